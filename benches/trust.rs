//! How fast licences and seals are: `cargo bench --no-default-features --features ciphers --bench trust`. It ends with an
//! error where a floor is missed.
//!
//! Measured with the code as it ships to browsers (smallest, not fastest), natively, with ciphers in Rust; a browser brings
//! its own ciphers along. The floors are about twice what a busy machine needs. Making and issuing a cohort's licences is
//! the command's, which ships faster.
#![allow(clippy::expect_used, clippy::print_stdout, reason = "a benchmark speaks to people")]

#[path = "support/clock.rs"]
mod clock;
#[allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "the tests' organiser; not all of it is needed here")]
#[path = "../tests/support/mod.rs"]
mod support;

use clock::{check, time, verdict};
use kerege::certificate::verify::verify;
use kerege::licence::{Licence, Part, check as admit};
use kerege::seal::native::{Drawn, Native, lock, now, ready_now, seal, wrap};
use kerege::seal::{Key, Label, content_key, jwe, open};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;
use support::id;
use support::trust::{
    NOW, certificate, circumstances, course_key, delegation, licence, organiser, organiser_key, revocations, secret,
    signed,
};

fn main() -> ExitCode {
    let ms = Duration::from_millis;
    let (course, module) = (id("cbpr"), id("k7m2q9x4ta"));
    let (organisers, courses, content) = ([organiser()], [&course], Key::new([5; 32]));
    let about = circumstances(&module, &courses, &organisers);
    let bytes = licence().to_bytes();
    let wrapped = wrap(&course_key(), &content).expect("a wrapped key");
    let unlocking = time(|| {
        let licence = Licence::read(black_box(&bytes)).expect("a licence");
        let admission = admit(&licence, &about).expect("it opens the module");
        let Part::Open(secret) = &licence.part else { return None };
        now(content_key(&Native, secret.course(admission.course)?, &wrapped)).ok()
    });
    let drawn = Drawn { salt: [1; 16], key: Key::new([4; 32]), nonce: [5; 12] };
    let locked = lock(&secret().to_bytes(), b"K7M2Q9X4TA8BR3W1", 4096, &drawn).expect("a lock");
    let with_code = time(|| ready_now(jwe::unlock(&Native, black_box(&locked), b"K7M2Q9X4TA8BR3W1")));
    let (delegation, key) = (delegation(), organiser_key());
    let issuing = time(|| delegation.sign(black_box(&key)));

    let (holder, certificate) = (licence(), certificate());
    let signing = time(|| certificate.sign(black_box(&holder)));
    let token = signed().to_bytes();
    let list = revocations(7, &[]);
    let verifying = time(|| verify(black_box(&token), &organisers, Some(&list), NOW).map(|verdict| verdict.reasons));

    let text = vec![b'x'; 100_000];
    let label = Label { module: &module, edition: 1, file: "counting", language: "ru", sha256: [6; 32] };
    let sealed = seal(&content, &label, &text).expect("a sealed file");
    let opening = time(|| now(open(&Native, &content, &label, black_box(&sealed))));

    verdict(&[
        check("a licence read, checked, and the content key unwrapped", unlocking, ms(10)),
        check("a licence's secret part unlocked with its code", with_code, ms(5)),
        check("a delegation signed", issuing, ms(12)),
        check("a certificate signed", signing, ms(8)),
        check("a certificate verified, with its whole chain", verifying, ms(8)),
        check("a sealed unit of 100 kB opened", opening, ms(5)),
    ])
}
