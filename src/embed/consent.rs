//! Consent: whether the learner agreed that a page is told how far they are.

/// What the learner said to one page and one module. It is kept on the device under [`Consent::key`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// The learner was not asked, or has not answered. Nothing is told.
    #[default]
    Open,
    /// The learner saw what is shared, and with whom, and agreed.
    Given,
    /// The learner said no, or took their yes back. Nothing is told, and nobody asks again unbidden.
    Refused,
}

impl Consent {
    /// Whether something about the learner may be told.
    pub fn is_given(self) -> bool {
        match self {
            Consent::Given => true,
            Consent::Open | Consent::Refused => false,
        }
    }

    /// The name under which the answer to this page, for this module, is kept.
    pub fn key(origin: &super::Origin, module: &str) -> String {
        format!("share/{origin}/{module}")
    }

    /// The form that is kept.
    pub fn write(self) -> &'static str {
        match self {
            Consent::Open => "",
            Consent::Given => "yes",
            Consent::Refused => "no",
        }
    }

    /// Reads the form that is kept; anything else is no answer.
    pub fn read(kept: &str) -> Consent {
        match kept {
            "yes" => Consent::Given,
            "no" => Consent::Refused,
            _ => Consent::Open,
        }
    }
}
