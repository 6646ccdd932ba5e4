//! The style sheets: what the first text needs, for the page itself, and the rest as one file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Needed for the first text, in this order.
const CRITICAL: [&str; 3] = ["tokens.css", "base.css", "layout.css"];

/// The folder of what only some kinds of exercise need: one sheet a kind.
const KINDS: &str = "kinds";

/// The folder of what only screens need that come later.
const SCREENS: &str = "screens";

/// For paper only.
const PRINT: &str = "print.css";

/// The player's style in its parts, made small.
#[derive(Debug)]
pub(crate) struct Style {
    /// For the page's head.
    pub(crate) critical: String,
    /// For a file of its own.
    pub(crate) rest: String,
    /// For the kinds of exercise and the screens that come later, and for paper.
    pub(crate) later: String,
}

impl Style {
    /// Reads a folder's sheets: the critical ones, the others by name, and what comes later, `print.css` last.
    pub(crate) fn read(folder: &Path) -> Result<Self, Failure> {
        let mut critical = String::new();
        for name in CRITICAL {
            critical += &text_of(&folder.join(name))?;
        }
        let mut rest = String::new();
        for path in others(folder)? {
            rest += &text_of(&path)?;
        }
        let mut later = String::new();
        for path in others(&folder.join(KINDS))?.iter().chain(&others(&folder.join(SCREENS))?) {
            later += &text_of(path)?;
        }
        let print = folder.join(PRINT);
        if print.is_file() {
            later += &format!("@media print{{{}}}", text_of(&print)?);
        }
        Ok(Self { critical: small(&critical), rest: small(&rest), later: small(&later) })
    }
}

fn others(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|e| Failure::file(folder, &e))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".css") && name != PRINT && !CRITICAL.contains(&name.as_ref())
    });
    paths.sort();
    Ok(paths)
}

fn text_of(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|e| Failure::file(path, &e))
}

/// The sheet without comments and without space that means nothing.
fn small(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut space = false;
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => skip_comment(&mut rest),
            c if c.is_whitespace() => space = true,
            '"' | '\'' => {
                put(&mut out, &mut space, c);
                copy_string(&mut out, c, &mut rest);
            }
            c => put(&mut out, &mut space, c),
        }
    }
    out
}

/// Appends a character, after one space where there was any and it may mean something.
fn put(out: &mut String, space: &mut bool, c: char) {
    let after_mark = out.ends_with(['{', '}', ';', ',', ':']) || out.is_empty();
    if std::mem::take(space) && !after_mark && !matches!(c, '{' | '}' | ';' | ',') {
        out.push(' ');
    }
    if c == '}' && out.ends_with(';') {
        out.pop();
    }
    out.push(c);
}

fn skip_comment(rest: &mut impl Iterator<Item = char>) {
    let mut before = ' ';
    rest.next();
    for c in rest {
        if before == '*' && c == '/' {
            return;
        }
        before = c;
    }
}

fn copy_string(out: &mut String, quote: char, rest: &mut impl Iterator<Item = char>) {
    let mut escaped = false;
    for c in rest {
        out.push(c);
        if c == quote && !escaped {
            return;
        }
        escaped = c == '\\' && !escaped;
    }
}

#[cfg(test)]
mod tests {
    use super::{KINDS, SCREENS, others, small, text_of};
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    /// The classes that the selectors of a sheet begin with.
    fn first_classes(css: &str) -> BTreeSet<String> {
        let selectors = small(css);
        let selectors = selectors.split(['{', '}', ',']).filter_map(|selector| selector.trim().strip_prefix('.'));
        let class = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect::<String>();
        selectors.map(class).filter(|class| class.starts_with(char::is_alphabetic)).collect()
    }

    #[test]
    fn a_kind_of_exercise_styles_no_other_screen() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
        let shared = ["exercise.css", "prose.css", "to-paper.css"];
        let is_screen = |path: &PathBuf| !shared.iter().any(|name| path.ends_with(name));
        let mut screens = BTreeSet::new();
        let sheets =
            [others(&folder).unwrap(), others(&folder.join(SCREENS)).unwrap(), vec![folder.join("layout.css")]];
        for path in sheets.concat().into_iter().filter(is_screen) {
            screens.extend(first_classes(&text_of(&path).unwrap()));
        }
        // Says where the page stands, not what is styled.
        screens.remove("framed");
        assert!(screens.len() > 20, "{screens:?}");
        for path in others(&folder.join(KINDS)).unwrap() {
            let own = first_classes(&text_of(&path).unwrap());
            let both: Vec<_> = own.intersection(&screens).collect();
            assert!(both.is_empty(), "{}: begin with `.exercise`: {both:?}", path.display());
        }
    }

    #[test]
    fn only_meaningless_space_goes() {
        for (css, expected) in [
            ("a {\n  color: red;\n}\n\n/* b */ b { margin: 0 auto }", "a{color:red}b{margin:0 auto}"),
            ("a :hover, b > c { x: y; }", "a :hover,b > c{x:y}"),
            ("a::before { content: \"/* } */ \\\" ;\" ; }", "a::before{content:\"/* } */ \\\" ;\"}"),
            (
                "@media (min-width: 40rem) and (hover) { a { w: calc(1px + 2px) } }",
                "@media (min-width:40rem) and (hover){a{w:calc(1px + 2px)}}",
            ),
        ] {
            assert_eq!(small(css), expected);
        }
    }
}
