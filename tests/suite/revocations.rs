//! Lists of revoked licences.

use crate::support::trust::{NOW, day, delegation, flips, organiser, organiser_key, revocations};
use kerege::licence::{LicenceId, ListRefused, PrivateKey, Revocations, Standing};

fn read(bytes: &[u8], known: Option<u32>) -> Result<Revocations, ListRefused> {
    Revocations::read(bytes, &[organiser()], |_| known)
}

fn signed(list: &Revocations) -> Vec<u8> {
    list.sign(&organiser_key()).to_bytes()
}

#[test]
fn a_list_is_read_back_and_says_of_each_licence_how_it_stands() {
    let ids: Vec<LicenceId> = (0..200_u8).map(|n| LicenceId([n, 7, 0, 0, 0, 0, 0, n / 2])).collect();
    let list = revocations(9, &ids);
    let again = read(&signed(&list), None).unwrap();
    assert_eq!(again, list);
    assert!(ids.iter().all(|id| again.standing(*id) == Standing::Revoked(day(-1))));
    assert_eq!(again.standing(delegation().id), Standing::Valid(9, NOW));
}

#[test]
fn an_older_list_is_refused_once_a_newer_one_was_seen() {
    let bytes = signed(&revocations(4, &[]));
    assert!(read(&bytes, None).is_ok());
    assert!(read(&bytes, Some(4)).is_ok());
    assert_eq!(read(&bytes, Some(5)), Err(ListRefused::Older(5)));
}

#[test]
fn a_list_counts_only_where_the_organiser_signed_it_while_the_key_was_in_use() {
    let list = revocations(1, &[]);
    let forged = list.sign(&PrivateKey::new([66; 32])).to_bytes();
    assert_eq!(read(&forged, None), Err(ListRefused::UnknownOrganiser));
    let late = Revocations::new(1, &organiser().url, day(100), Vec::new());
    assert_eq!(read(&signed(&late), None), Err(ListRefused::Altered));
    let foreign = Revocations::new(1, "https://another.example", NOW, Vec::new());
    assert_eq!(read(&signed(&foreign), None), Err(ListRefused::UnknownOrganiser));
    // A delegation is signed with the same key, for another purpose.
    assert_eq!(read(&delegation().sign(&organiser_key()).to_bytes(), None), Err(ListRefused::Unreadable));
}

#[test]
fn every_single_bit_of_a_list_counts() {
    let bytes = signed(&revocations(4, &[delegation().id, LicenceId([1; 8])]));
    for (bit, flipped) in flips(&bytes).enumerate() {
        assert!(read(&flipped, None).is_err(), "bit {bit} can be changed");
    }
}

#[test]
fn an_id_is_read_as_it_is_shown_with_hyphens_or_without() {
    let id = delegation().id;
    assert_eq!(id.to_string(), "0701-0203-0405-06FF");
    assert_eq!(LicenceId::read(&id.to_string()), Some(id));
    assert_eq!(LicenceId::read("07010203040506ff"), Some(id));
    for bad in ["", "0701", "0701-0203-0405-06F", "0701-0203-0405-06FG", "0701-0203-0405-06FF0"] {
        assert_eq!(LicenceId::read(bad), None, "{bad}");
    }
}
