//! The ports' implementations in a browser. No Leptos here, and no decisions.
