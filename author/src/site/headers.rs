//! `_headers`: what a static host should send with the files.

use super::player::FOLDER;
use super::policy;

/// The file's name in a site's root.
pub const FILE: &str = "_headers";

/// The file, in the form that Netlify, Cloudflare Pages and `kerege serve` read.
/// Pages of `framers`, origins separated by spaces, may show the site in a frame; its own pages always may.
pub fn write(style: &str, framers: &str) -> String {
    format!(
        "/*\n  Content-Security-Policy: {policy}\n  Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=()\n\
         /{FOLDER}/*\n  Cache-Control: public, max-age=31536000, immutable\n",
        policy = policy::for_header(style, framers),
    )
}
