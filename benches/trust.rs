//! How fast licences and seals are: `cargo bench --no-default-features --features ciphers --bench trust`. It ends with an
//! error where a floor is missed.
//!
//! Measured with the code as it ships (smallest, not fastest), natively, with ciphers in Rust; a browser brings its own
//! ciphers along, and its WebAssembly takes some ten times as long for a signature.
#![allow(clippy::expect_used, clippy::print_stdout, reason = "a benchmark speaks to people")]

use kerege::content::Id;
use kerege::licence::{
    Circumstances, Delegation, Grant, Licence, LicenceId, Organiser, OrganiserKey, Part, PrivateKey, Secret, Span,
    check,
};
use kerege::port::Moment;
use kerege::seal::native::{Drawn, Native, lock, now, ready_now, seal, wrap};
use kerege::seal::{Key, Label, content_key, jwe, open};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The median of eleven runs.
fn time<T>(mut run: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..11).map(once).collect();
    times.sort();
    times[times.len() / 2]
}

/// Says how long something took, and whether that is little enough.
fn is_met(what: &str, took: Duration, most: Duration) -> bool {
    let is_met = took <= most;
    let verdict = if is_met { "" } else { "  TOO SLOW" };
    println!("{what:<68} {:>10.3} ms of {:>7.1}{verdict}", took.as_secs_f64() * 1e3, most.as_secs_f64() * 1e3);
    is_met
}

fn main() -> ExitCode {
    let ms = Duration::from_millis;
    let id = |text: &str| Id::new(text).expect("an id");
    let (course, module) = (id("cbpr"), id("k7m2q9x4ta"));
    let organiser_key = PrivateKey::new([1; 32]);
    let span = Span { from: Moment(0), until: None };
    let organiser = Organiser {
        name: "Сообщество".into(),
        url: "https://example.org".into(),
        keys: vec![OrganiserKey { key: organiser_key.public(), span }],
    };
    let secret = Secret { certificate: PrivateKey::new([3; 32]), courses: vec![(course.clone(), Key::new([2; 32]))] };
    let delegation = Delegation {
        id: LicenceId([7; 8]),
        organiser: organiser.name.clone(),
        url: organiser.url.clone(),
        issued: Moment(0),
        opens: span,
        key: secret.certificate.public(),
        grants: vec![Grant {
            course: course.clone(),
            modules: vec![module.clone()],
            is_open_ended: false,
            last_edition: None,
        }],
        label: Some("Әсел Нұрланқызы".into()),
        is_label_binding: false,
        awards: vec![id("completed"), id("distinction")],
        certifies: span,
    };
    let token = delegation.sign(&organiser_key);
    let bytes = Licence::new(token.clone(), Part::Open(secret.clone())).expect("a licence").to_bytes();
    let drawn = Drawn { salt: [1; 16], key: Key::new([4; 32]), nonce: [5; 12] };
    let locked = lock(&secret.to_bytes(), b"K7M2Q9X4TA8BR3W1", 4096, &drawn).expect("a lock");

    let organisers = [organiser];
    let courses = [&course];
    let about = Circumstances {
        module: &module,
        edition: 1,
        courses: &courses,
        organisers: &organisers,
        revocations: None,
        now: Moment(1_000),
        seen: None,
    };
    let content = Key::new([5; 32]);
    let wrapped = wrap(&Key::new([2; 32]), &content).expect("a wrapped key");
    let unlocking = time(|| {
        let licence = Licence::read(black_box(&bytes)).expect("a licence");
        let admission = check(&licence, &about).expect("it opens the module");
        let Part::Open(secret) = &licence.part else { return None };
        now(content_key(&Native, secret.course(admission.course)?, &wrapped)).ok()
    });
    let with_code = time(|| ready_now(jwe::unlock(&Native, black_box(&locked), b"K7M2Q9X4TA8BR3W1")));
    let signing = time(|| delegation.sign(black_box(&organiser_key)));

    let text = vec![b'x'; 100_000];
    let label = Label { module: &module, edition: 1, file: "counting", language: "ru", sha256: [6; 32] };
    let sealed = seal(&content, &label, &text).expect("a sealed file");
    let opening = time(|| now(open(&Native, &content, &label, black_box(&sealed))));

    let met = [
        is_met("a licence read, checked, and the content key unwrapped", unlocking, ms(5)),
        is_met("a licence's secret part unlocked with its code", with_code, ms(25)),
        is_met("a delegation signed", signing, ms(2)),
        is_met("a sealed unit of 100 kB opened", opening, ms(5)),
    ];
    if met.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
