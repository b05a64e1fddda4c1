//! A ZIP file (PKWARE APPNOTE 6.3) of a few small files: deflated, names in UTF-8, dated
//! 1 January 1980, which is how the format says "no date".

use miniz_oxide::deflate::compress_to_vec;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Needed to read it: version 2.0, for deflate.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// The first day there is, midnight.
const DATE: u16 = 0x21;
/// Level of compression, 0 to 10.
const LEVEL: u8 = 8;

/// The files, by name, as one. They must be few and less than 4 GB together.
pub(super) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let at = out.len() as u32;
        let packed = compress_to_vec(content, LEVEL);
        let header = header(name, content, packed.len());
        out.extend(LOCAL.to_le_bytes());
        out.extend(&header);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(CENTRAL.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&header);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, length, count) = (out.len() as u32, directory.len() as u32, files.len() as u16);
    out.extend(directory);
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What the local header and the directory both say.
fn header(name: &str, content: &[u8], packed: usize) -> Vec<u8> {
    let mut header = Vec::new();
    for short in [VERSION, FLAGS, DEFLATED, 0, DATE] {
        header.extend(short.to_le_bytes());
    }
    for long in [crc32(content), packed as u32, content.len() as u32] {
        header.extend(long.to_le_bytes());
    }
    header.extend((name.len() as u16).to_le_bytes());
    header.extend([0; 2]);
    header
}

/// CRC-32 (ISO 3309), bit by bit: the files are small and a table is not.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn headers_say_where_things_are() {
        let zip = zip(&[("a/b.txt", b"hello hello hello"), ("é", b"")]);
        let long = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().expect("four"));
        let end = zip.len() - 22;
        assert_eq!(long(end), END);
        assert_eq!(zip[end + 10], 2);
        let directory = long(end + 16) as usize;
        assert_eq!(directory + long(end + 12) as usize, end);
        assert_eq!(long(directory), CENTRAL);
        let second = directory + 46 + "a/b.txt".len();
        assert_eq!(long(second), CENTRAL);
        assert_eq!(long(long(second + 42) as usize), LOCAL);
        let packed = &zip[30 + "a/b.txt".len()..long(second + 42) as usize];
        let content = miniz_oxide::inflate::decompress_to_vec(packed).expect("deflated");
        assert_eq!(content, b"hello hello hello");
    }
}
