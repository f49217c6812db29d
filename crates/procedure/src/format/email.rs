//! An email address.

use super::FormatProblem;
use crate::clean::tidy;

/// Something before one `@`, and behind it a host with a dot. Whether it exists, only a message
/// can tell; a stricter rule would refuse real addresses.
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let address = tidy(typed);
    let fits = address.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && !host.contains('@')
            && host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            })
            && !address.contains(|c: char| {
                c.is_whitespace() || c.is_control() || "<>()[],;:\"\\".contains(c)
            })
    });
    if fits && address.len() <= 254 {
        Ok(address)
    } else {
        Err(FormatProblem::Email)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn addresses() {
        let wrong = Err(FormatProblem::Email);
        check(
            Format::Email,
            &[
                ("ten@vidu.vn", Ok("ten@vidu.vn")),
                (" Ten.Ho+gplx@mail.vidu.vn ", Ok("Ten.Ho+gplx@mail.vidu.vn")),
                ("ten@vidu.vn.", Ok("ten@vidu.vn")),
                ("ten@vidu", wrong),
                ("ten.vidu.vn", wrong),
                ("ten@@vidu.vn", wrong),
                ("@vidu.vn", wrong),
                ("ten ho@vidu.vn", wrong),
                ("ten@vidu..vn", wrong),
                ("<ten@vidu.vn>", wrong),
                ("", wrong),
            ],
        );
    }
}
