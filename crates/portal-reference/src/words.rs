//! What is wrong with an answer, in plain Vietnamese. Portals answer in Vietnamese; the app has
//! its own words for its own checks and shows these only for what the portal alone has found.

use procedure::Date;
use procedure::ProblemCode;
use procedure::problem::{FileProblem, FormatProblem};

/// The sentence for a problem.
pub fn words(code: &ProblemCode) -> String {
    use ProblemCode::*;
    match code {
        Missing => "Chưa có thông tin này.".into(),
        TooShort { min } => format!("Cần ít nhất {min} ký tự."),
        TooLong { max, len } => format!("Nhiều nhất {max} ký tự; hiện có {len} ký tự."),
        Format(problem) => format(*problem).into(),
        Pattern(Some(text)) | Rule(text) => text.pick(&["vi"]).text.into(),
        Pattern(None) => "Chưa đúng mẫu.".into(),
        NotANumber => "Phải là một số.".into(),
        TooManyDecimals { max: 0 } => "Phải là số nguyên.".into(),
        TooManyDecimals { max } => format!("Nhiều nhất {max} chữ số sau dấu phẩy."),
        TooSmall { min } => format!("Không được nhỏ hơn {}.", number(*min)),
        TooLarge { max } => format!("Không được lớn hơn {}.", number(*max)),
        DateIncomplete { day, month, year } => {
            let parts = [(day, "ngày"), (month, "tháng"), (year, "năm")];
            let missing: Vec<&str> = parts.iter().filter(|(m, _)| **m).map(|(_, w)| *w).collect();
            format!("Còn thiếu {}.", missing.join(", "))
        }
        NoSuchDate => "Ngày này không có trong lịch.".into(),
        YearDigits => "Năm phải có 4 chữ số.".into(),
        DateTooEarly { earliest } => format!("Phải từ ngày {} trở đi.", date(*earliest)),
        DateTooLate { latest } => format!("Phải đến ngày {} hoặc sớm hơn.", date(*latest)),
        DateInFuture => "Không được sau ngày hôm nay.".into(),
        DateInPast => "Không được trước ngày hôm nay.".into(),
        NotAnOption => "Không có trong các lựa chọn.".into(),
        TooFewChosen { min } => format!("Chọn ít nhất {min} mục."),
        TooManyChosen { max } => format!("Chọn nhiều nhất {max} mục."),
        NoneAndSome => "Không thể vừa chọn “không có” vừa chọn mục khác.".into(),
        TooFewRows { min } => format!("Cần ít nhất {min} mục."),
        TooManyRows { max } => format!("Nhiều nhất {max} mục."),
        RowIncomplete { row } => format!("Mục thứ {} còn chỗ chưa đúng.", row + 1),
        File(problem) => file(problem),
        NotAsked => "Biểu mẫu không hỏi thông tin này.".into(),
        Portal(text) => text.clone(),
    }
}

fn format(problem: FormatProblem) -> &'static str {
    use FormatProblem::*;
    match problem {
        PersonName => "Họ tên có ký tự không dùng trong họ tên.",
        Phone => "Chưa đúng số điện thoại Việt Nam.",
        PhoneOldPrefix => "Số di động 11 chữ số đã đổi đầu số từ năm 2018.",
        Email => "Chưa đúng địa chỉ thư điện tử.",
        PersonalIdLength(_) => "Số định danh cá nhân phải có 12 chữ số.",
        PersonalIdDigits => "Số định danh cá nhân chỉ gồm chữ số.",
        PersonalIdImpossible => "Không có số định danh cá nhân như thế.",
        OldId => "Số chứng minh nhân dân phải có 9 chữ số.",
        Passport => "Chưa đúng số hộ chiếu.",
        DrivingLicence => "Chưa đúng số giấy phép lái xe.",
        TaxCode => "Mã số thuế phải có 10, 12 hoặc 13 chữ số.",
        TaxCodeChecksum => "Mã số thuế có một chữ số sai.",
        Plate => "Chưa đúng biển số xe.",
        HealthInsurance => "Chưa đúng số thẻ bảo hiểm y tế.",
        Time => "Chưa đúng giờ.",
    }
}

fn file(problem: &FileProblem) -> String {
    match problem {
        FileProblem::Empty => "Tệp không có nội dung.".into(),
        FileProblem::TooLarge { max } => {
            let tenths = max.saturating_mul(10) >> 20;
            format!(
                "Tệp quá lớn; nhiều nhất {},{} MB.",
                tenths / 10,
                tenths % 10
            )
        }
        FileProblem::WrongType { accept } => {
            let labels: Vec<&str> = accept.iter().map(|kind| kind.label()).collect();
            format!("Chỉ nhận tệp {}.", labels.join(", "))
        }
        FileProblem::TooFewPixels { width, height } => {
            format!("Ảnh quá nhỏ; cần ít nhất {width} × {height} điểm ảnh.")
        }
        FileProblem::Unreadable => "Không đọc được tệp này.".into(),
        FileProblem::CutOff => "Tệp bị thiếu phần cuối.".into(),
        FileProblem::OtherPicture { kind } => format!("Không nhận ảnh {kind}; cần ảnh JPG."),
        FileProblem::Locked => "Tệp PDF có mật khẩu; cần tệp không có mật khẩu.".into(),
        FileProblem::TooMany { max } => format!("Nhiều nhất {max} tệp."),
        FileProblem::NotUploaded => "Cổng chưa nhận đủ tệp này.".into(),
    }
}

/// `dd/mm/yyyy`, as papers write it.
fn date(date: Date) -> String {
    let (day, month) = (date.day(), u8::from(date.month()));
    format!("{day:02}/{month:02}/{:04}", date.year())
}

/// A comma before decimals, as Vietnamese writes it.
fn number(number: f64) -> String {
    number.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use procedure::Text;
    use procedure::file::FileType;

    #[test]
    fn sentences_carry_their_figures() {
        let day = procedure::parse_date("2026-02-01").expect("a date");
        let rule = Text::new("vi", "Phải đủ 18 tuổi.");
        for (code, said) in [
            (ProblemCode::Missing, "Chưa có thông tin này."),
            (
                ProblemCode::TooLong { max: 5, len: 7 },
                "Nhiều nhất 5 ký tự; hiện có 7 ký tự.",
            ),
            (
                ProblemCode::TooSmall { min: 1.5 },
                "Không được nhỏ hơn 1,5.",
            ),
            (
                ProblemCode::DateIncomplete {
                    day: true,
                    month: false,
                    year: true,
                },
                "Còn thiếu ngày, năm.",
            ),
            (
                ProblemCode::DateTooEarly { earliest: day },
                "Phải từ ngày 01/02/2026 trở đi.",
            ),
            (ProblemCode::Rule(rule), "Phải đủ 18 tuổi."),
            (
                ProblemCode::File(FileProblem::TooLarge { max: 5 << 20 }),
                "Tệp quá lớn; nhiều nhất 5,0 MB.",
            ),
            (
                ProblemCode::File(FileProblem::WrongType {
                    accept: vec![FileType::Jpeg, FileType::Pdf],
                }),
                "Chỉ nhận tệp JPG, PDF.",
            ),
            (
                ProblemCode::RowIncomplete { row: 0 },
                "Mục thứ 1 còn chỗ chưa đúng.",
            ),
        ] {
            assert_eq!(words(&code), said);
        }
    }
}
