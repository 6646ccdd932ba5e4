//! A picture with places on it. Each place has a name, so that nobody needs to see it.

use super::{Item, read};
use crate::content::prose::Figure;
use crate::content::read::{At, Findings, prose};
use crate::content::{NodeKind, Problem};

/// A picture with places on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture.
    pub figure: Figure,
    /// Its places, by name.
    pub spots: Vec<Item>,
    /// Where the middle of each place is: from the left and from the top, in per cent of the picture.
    pub at: Vec<(u32, u32)>,
}

/// Reads the picture in field `picture`.
pub(super) fn picture(at: &At, findings: &mut Findings) -> Option<Picture> {
    let at = at.need("picture", findings)?;
    let image = at.need("image", findings)?;
    let figure = prose(&image, findings).into_iter().find_map(|node| match node.kind {
        NodeKind::Figure(figure) => Some(figure),
        _ => None,
    });
    let figure = image.expect(figure, "an image", findings)?;
    let spots = read::items(&at, "spots", findings)?;
    let places = at.each("spots", findings, |at, findings| {
        let percent = |name, findings: &mut Findings| {
            let at = at.need(name, findings)?;
            let percent = at.count(findings)?;
            at.expect(Some(percent).filter(|percent| *percent <= 100), "a place in per cent of the picture", findings)
        };
        Some((percent("x", findings)?, percent("y", findings)?))
    });
    if places.len() != spots.len() {
        at.say(findings, Problem::Expected("a place for each spot"));
        return None;
    }
    Some(Picture { figure, spots, at: places })
}

/// The picture, as written.
#[cfg(feature = "author")]
pub mod wire {
    use crate::content::wire::{Id, Prose};
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    /// A picture with places on it.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    pub struct Picture {
        /// The picture: a `figure` node.
        pub image: Prose,
        /// Its places.
        #[schemars(length(min = 1))]
        pub spots: Vec<Spot>,
    }

    /// A place on a picture.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    pub struct Spot {
        /// Its id.
        pub id: Id,
        /// Its name, for those who do not see the picture.
        pub text: Prose,
        /// From the left, in per cent of the picture's width.
        #[schemars(range(max = 100))]
        pub x: u32,
        /// From the top, in per cent of the picture's height.
        #[schemars(range(max = 100))]
        pub y: u32,
    }
}
