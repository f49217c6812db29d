//! Papers for trying things out, made here: each says MẪU (sample) in large letters, so that nobody takes it
//! for a paper.

/// The letters of MẪU: six rows for the marks and seven for the letters; `#` is ink.
const LETTERS: [&str; 13] = [
    ".......##..#.......",
    "......#..##........",
    "...................",
    "........#..........",
    ".......#.#.........",
    "...................",
    "#...#..###...#...#.",
    "##.##.#...#..#...#.",
    "#.#.#.#...#..#...#.",
    "#...#.#####..#...#.",
    "#...#.#...#..#...#.",
    "#...#.#...#..#...#.",
    "#...#.#...#...###..",
];

/// Where the letters have ink: column and row.
fn ink() -> impl Iterator<Item = (usize, usize)> {
    LETTERS.iter().enumerate().flat_map(|(row, line)| {
        let inked = line.bytes().enumerate().filter(|(_, byte)| *byte == b'#');
        inked.map(move |(column, _)| (column, row))
    })
}

/// A page as PDF (ISO 32000-1) that says MẪU and, in letters that every reader has, what it stands for.
pub(crate) fn page(title: &str) -> Vec<u8> {
    // Of A5, in points. Rectangles instead of letters: the fonts that every reader has lack Ẫ.
    let mut drawing = String::from("0.6 g\n");
    for (column, row) in ink() {
        let (x, y) = (60 + 16 * column, 440 - 16 * row);
        drawing.push_str(&format!("{x} {y} 16 16 re f\n"));
    }
    let plain: String = title
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.'))
        .collect();
    drawing.push_str(&format!(
        "0 g BT /F 14 Tf 60 200 Td (Sample for tests. Not a paper of any office.) Tj 0 -22 Td ({plain}) Tj ET"
    ));
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_string(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R \
         /Resources << /Font << /F 5 0 R >> >> >>"
            .to_string(),
        format!(
            "<< /Length {} >>\nstream\n{drawing}\nendstream",
            drawing.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_string(),
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut places = String::new();
    for (n, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let (start, size) = (out.len(), objects.len() + 1);
    out.push_str(&format!(
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\n\
         startxref\n{start}\n%%EOF\n"
    ));
    out.into_bytes()
}

/// Width and height of the [`portrait`].
const SIDES: (usize, usize) = (600, 800);

/// A picture as PNG (PNG specification, third edition), black on white.
pub(crate) fn portrait() -> Vec<u8> {
    let (width, height) = SIDES;
    let row = width.div_ceil(8);
    // Each row begins with its filter: none. A bit that is set is white.
    let mut pixels = vec![0xFF; (row + 1) * height];
    for line in pixels.chunks_exact_mut(row + 1) {
        line[0] = 0;
    }
    let size = 28;
    for (column, letter_row) in ink() {
        for y in 0..size {
            for x in 0..size {
                let (x, y) = (40 + size * column + x, 220 + size * letter_row + y);
                pixels[y * (row + 1) + 1 + x / 8] &= !(0x80 >> (x % 8));
            }
        }
    }
    let mut head = Vec::new();
    head.extend((width as u32).to_be_bytes());
    head.extend((height as u32).to_be_bytes());
    // One bit a pixel, shades of grey, the usual compression and filters, not interlaced.
    head.extend([1, 0, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, b"IHDR", &head);
    chunk(&mut out, b"IDAT", &stored(&pixels));
    chunk(&mut out, b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    out.extend((data.len() as u32).to_be_bytes());
    let start = out.len();
    out.extend(kind);
    out.extend(data);
    let sum = crc(&out[start..]);
    out.extend(sum.to_be_bytes());
}

/// CRC-32 as in ISO 3309, bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

/// A zlib stream (RFC 1950) of blocks that are not compressed (RFC 1951, 3.2.4).
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks = bytes.chunks(0xFFFF);
    let count = blocks.len();
    for (n, block) in blocks.enumerate() {
        out.push(u8::from(n + 1 == count));
        let length = block.len() as u16;
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    // Adler-32.
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    out.extend(((b << 16) | a).to_be_bytes());
    out
}

#[cfg(test)]
mod tests {
    use procedure::file::{FileType, look};

    use super::*;

    #[test]
    fn they_are_what_they_say() {
        let page = page("id-card-front (sample)");
        let facts = look(&page);
        assert_eq!((facts.kind, facts.locked), (Some(FileType::Pdf), false));
        let text = String::from_utf8(page).expect("a text");
        // Each place in the table of places is the place of an object.
        for n in 1..=5 {
            let table = text.find("xref").expect("a table");
            let line = text[table..].lines().nth(n + 2).expect("a line");
            let place: usize = line[..10].parse().expect("a place");
            assert!(text[place..].starts_with(&format!("{n} 0 obj")));
        }
        let facts = look(&portrait());
        assert_eq!(
            (facts.kind, facts.pixels),
            (Some(FileType::Png), Some((600, 800)))
        );
    }

    #[test]
    fn sums_are_those_of_the_standards() {
        // The check value of CRC-32.
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        assert_eq!(stored(b"Wikipedia")[16..], 0x11E6_0398_u32.to_be_bytes());
    }
}
