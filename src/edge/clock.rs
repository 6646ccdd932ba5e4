//! The device's clock.

use crate::port::{Clock, Moment};

/// The device's clock, right or wrong.
pub(super) struct Device;

impl Clock for Device {
    fn now(&self) -> Moment {
        Moment(js_sys::Date::now() as i64)
    }
}
