//! A ZIP archive whose files are stored as they are (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4; method 0).

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path, ASCII.
    pub name: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// 1980-01-01, the first day that the format can write: an archive of the same files is always the same.
const DAY: u16 = 0x21;
/// Version 2.0 is needed to open it.
const VERSION: u16 = 20;

/// Writes an archive. All of it must stay below 4 GiB.
pub fn zip(files: &[File]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let offset = size(&out);
        let mut about = Vec::new();
        // Version, flags, method, time, day; then check sum, sizes, lengths of name and extra field.
        [VERSION, 0, 0, 0, DAY].into_iter().for_each(|n| short(&mut about, n));
        [crc32(&file.bytes), size(&file.bytes), size(&file.bytes)].into_iter().for_each(|n| long(&mut about, n));
        [file.name.len() as u16, 0].into_iter().for_each(|n| short(&mut about, n));
        long(&mut out, 0x0403_4b50);
        out.extend(&about);
        out.extend(file.name.bytes());
        out.extend(&file.bytes);
        long(&mut directory, 0x0201_4b50);
        short(&mut directory, VERSION);
        directory.extend(&about);
        // Comment, disk, kind; then attributes and where the file begins.
        [0, 0, 0].into_iter().for_each(|n| short(&mut directory, n));
        [0, offset].into_iter().for_each(|n| long(&mut directory, n));
        directory.extend(file.name.bytes());
    }
    let (start, many) = (size(&out), files.len() as u16);
    out.extend(&directory);
    long(&mut out, 0x0605_4b50);
    [0, 0, many, many].into_iter().for_each(|n| short(&mut out, n));
    [size(&directory), start].into_iter().for_each(|n| long(&mut out, n));
    short(&mut out, 0);
    out
}

/// CRC-32 (ISO 3309): bit by bit, since a table would cost more than the few kilobytes of a document are worth.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    };
    !bytes.iter().fold(u32::MAX, step)
}

fn size(bytes: &[u8]) -> u32 {
    bytes.len() as u32
}

fn short(out: &mut Vec<u8>, n: u16) {
    out.extend(n.to_le_bytes());
}

fn long(out: &mut Vec<u8>, n: u32) {
    out.extend(n.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
