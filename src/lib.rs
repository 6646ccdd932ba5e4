//! Kerege.
