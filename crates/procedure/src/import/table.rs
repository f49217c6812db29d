//! A table as text: lines of cells, as RFC 4180 has them and as spreadsheets write them.

use super::NotImported;
use crate::clean::is_empty;

/// Most lines of a table that are read, the first included.
pub(super) const MAX_LINES: usize = 2_000;
/// Above the names of the columns may stand a title: they are looked for in so many lines.
pub(super) const TITLE_LINES: usize = 10;
/// Most bytes of a table that are read.
pub const TABLE_BYTES: u64 = 2 * 1024 * 1024;

/// What can stand between two cells. Where two are as good, the first is taken.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The cells of one line.
pub(super) type Line = Vec<String>;

/// A file as text: UTF-8, or UTF-16 with its mark, as spreadsheets write "Unicode text".
///
/// # Errors
/// It is neither, or larger than is read.
pub fn table_text(bytes: &[u8]) -> Result<String, NotImported> {
    if bytes.len() as u64 > TABLE_BYTES {
        return Err(NotImported::TooLarge { max: TABLE_BYTES });
    }
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).ok()
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    };
    text.filter(|text| !text.contains('\0'))
        .ok_or(NotImported::NotText)
}

/// The lines that have something in them. `is_known` tells the name of a column: what stands between
/// cells is what makes most cells of one of the first lines such names, or else most cells.
pub(super) fn read(text: &str, is_known: impl Fn(&str) -> bool) -> Result<Vec<Line>, NotImported> {
    if text.len() as u64 > TABLE_BYTES {
        return Err(NotImported::TooLarge { max: TABLE_BYTES });
    }
    if text.contains('\0') {
        return Err(NotImported::NotText);
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines = |separator| {
        let lines = Lines {
            rest: text,
            separator,
        };
        // Whatever separates the cells of this one: a line of separators has nothing in it.
        let is_nothing = |c: char| is_empty(c) || SEPARATORS.contains(&c);
        lines.filter(move |line: &Line| !line.iter().all(|cell| cell.chars().all(is_nothing)))
    };
    let mut best = (0, 0, SEPARATORS[0]);
    for separator in SEPARATORS {
        let known = |line: &Line| line.iter().filter(|cell| is_known(cell)).count();
        let known = lines(separator).take(TITLE_LINES).map(|line| known(&line));
        let known = known.max().unwrap_or_default();
        let cells = lines(separator).next().unwrap_or_default().len();
        if (known, cells) > (best.0, best.1) {
            best = (known, cells, separator);
        }
    }
    let read: Vec<Line> = lines(best.2).take(MAX_LINES + 1).collect();
    match read.len() {
        0 => Err(NotImported::Empty),
        n if n > MAX_LINES => Err(NotImported::TooManyLines { max: MAX_LINES }),
        _ => Ok(read),
    }
}

struct Lines<'a> {
    rest: &'a str,
    separator: char,
}

impl Lines<'_> {
    /// Whether a cell ends here; a space before its end was not meant.
    fn ends(&self, rest: &str) -> bool {
        let rest = rest.trim_start_matches(' ');
        rest.is_empty() || rest.starts_with([self.separator, '\r', '\n'])
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.rest.is_empty() {
            return None;
        }
        let (mut line, mut cell) = (Line::new(), String::new());
        // In a cell in quotation marks, and whether it was one.
        let (mut is_quoted, mut was_quoted) = (false, false);
        let mut chars = self.rest.chars();
        while let Some(c) = chars.next() {
            match c {
                '"' if is_quoted => {
                    if chars.as_str().starts_with('"') {
                        chars.next();
                        cell.push('"');
                    } else if self.ends(chars.as_str()) {
                        is_quoted = false;
                    } else {
                        // Somebody's own mark within the text.
                        cell.push('"');
                    }
                }
                _ if is_quoted => cell.push(c),
                '"' if cell.is_empty() && !was_quoted => (is_quoted, was_quoted) = (true, true),
                '\r' | '\n' => {
                    if c == '\r' && chars.as_str().starts_with('\n') {
                        chars.next();
                    }
                    break;
                }
                _ if c == self.separator => {
                    line.push(std::mem::take(&mut cell));
                    was_quoted = false;
                }
                _ => cell.push(c),
            }
        }
        line.push(cell);
        self.rest = chars.as_str();
        Some(line)
    }
}

/// A table that spreadsheets open: commas, CRLF, and the mark by which they know that it is UTF-8.
pub(super) fn write(lines: &[Line]) -> String {
    let mut out = String::from('\u{FEFF}');
    for line in lines {
        for (n, cell) in line.iter().enumerate() {
            if n > 0 {
                out.push(',');
            }
            let needs_marks = cell.contains([',', ';', '\t', '"', '\r', '\n'])
                || cell.starts_with(char::is_whitespace)
                || cell.ends_with(char::is_whitespace);
            if needs_marks {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(cell);
            }
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Line> {
        read(text, |_| false).expect("a table")
    }

    #[test]
    fn separators_quotation_marks_and_ends_of_lines() {
        for (text, wanted) in [
            ("a,b\n1,2", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a;b\r\n1;2,5\r\n", vec![vec!["a", "b"], vec!["1", "2,5"]]),
            ("a\tb\r1\t2;3\r", vec![vec!["a", "b"], vec!["1", "2;3"]]),
            ("\u{FEFF}a,b", vec![vec!["a", "b"]]),
            ("a,b\n\n , \n,,\n1,2", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("\"a,b\",\"c\"\"d\"", vec![vec!["a,b", "c\"d"]]),
            ("\"a;b\";c", vec![vec!["a;b", "c"]]),
            ("\"a\nb\",c\n1,2", vec![vec!["a\nb", "c"], vec!["1", "2"]]),
            ("\"a\" ,b", vec![vec!["a ", "b"]]),
            ("5\" x,b", vec![vec!["5\" x", "b"]]),
            ("\"a \"b\" c\",d", vec![vec!["a \"b\" c", "d"]]),
            ("\"a,b", vec![vec!["a,b"]]),
            ("\"\",b", vec![vec!["", "b"]]),
            ("a", vec![vec!["a"]]),
        ] {
            assert_eq!(cells(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn the_names_of_columns_tell_what_stands_between_them() {
        let known = |cell: &str| ["Ngày, tháng, năm sinh", "Tên"].contains(&cell);
        let table = read("Ngày, tháng, năm sinh;Tên\n1;2", known);
        assert_eq!(table.expect("a table")[0].len(), 2);
    }

    #[test]
    fn what_is_no_table() {
        for (text, wanted) in [
            (String::new(), NotImported::Empty),
            ("\u{FEFF}\n , \r\n".into(), NotImported::Empty),
            ("a\0b".into(), NotImported::NotText),
            (
                "a\n".repeat(MAX_LINES + 1),
                NotImported::TooManyLines { max: MAX_LINES },
            ),
            (
                "a".repeat(TABLE_BYTES as usize + 1),
                NotImported::TooLarge { max: TABLE_BYTES },
            ),
        ] {
            assert_eq!(read(&text, |_| false), Err(wanted));
        }
        assert_eq!(cells(&"a\n".repeat(MAX_LINES)).len(), MAX_LINES);
    }

    #[test]
    fn files_of_spreadsheets_are_text_and_others_are_not() {
        let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
            let units = "Tên\tTuổi".encode_utf16().flat_map(bytes);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        for (bytes, text) in [
            ("Tên,Tuổi".as_bytes().to_vec(), Some("Tên,Tuổi")),
            (wide([0xFF, 0xFE], u16::to_le_bytes), Some("Tên\tTuổi")),
            (wide([0xFE, 0xFF], u16::to_be_bytes), Some("Tên\tTuổi")),
            (Vec::new(), Some("")),
            // Windows-1258, and a workbook.
            (b"T\xEAn,Tu\xF4\xF2i".to_vec(), None),
            (b"PK\x03\x04\0\0".to_vec(), None),
        ] {
            assert_eq!(table_text(&bytes).ok().as_deref(), text);
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let line = ["a,b", "c;d", "e\tf", "g\"h", "i\r\nj", " k ", "", "l"];
        let line: Line = line.map(str::to_string).to_vec();
        let text = write(std::slice::from_ref(&line));
        assert_eq!(cells(&text), [line]);
    }
}
