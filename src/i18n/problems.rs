//! From what is wrong to what to do, in the label's own words.

use procedure::case::{is_lower, lower, lowercase};
use procedure::definition::KindDefinition as Kind;
use procedure::field::Field;
use procedure::problem::{FileProblem, FormatProblem};
use procedure::{Part, Problem, ProblemCode, Text, is_blank};

use super::{Arg, I18n, Words};

impl I18n {
    /// The message of a problem of this question.
    pub fn problem(self, problem: &Problem, field: &Field) -> Words {
        let words = self.one_problem(problem, field);
        self.beside(words, |first| first.one_problem(problem, field))
    }

    fn one_problem(self, problem: &Problem, field: &Field) -> Words {
        let label = inside_sentence(&self.label_of(problem.part, field));
        let label = ("label", Arg::Text(&label));
        let number = |n: f64| ("n", Arg::Number(n));
        let say = |key: &str| self.words(key, std::slice::from_ref(&label));
        let say_n = |key: &str, n: f64| self.words(key, &[label.clone(), number(n)]);
        match &problem.code {
            ProblemCode::Missing => match (&field.definition.missing, problem.part) {
                (own, None) if !own.is_empty() => self.text(own),
                (_, part) => say(missing(field.kind(), part)),
            },
            ProblemCode::TooShort { min } => say_n("problem-too-short", *min as f64),
            ProblemCode::TooLong { max, len } => self.words(
                "problem-too-long",
                &[
                    label.clone(),
                    number(*max as f64),
                    ("over", Arg::Number((len - max) as f64)),
                ],
            ),
            ProblemCode::Format(format) => {
                self.format_problem(*format, std::slice::from_ref(&label))
            }
            ProblemCode::Pattern(Some(words)) | ProblemCode::Rule(words) => self.text(words),
            ProblemCode::Pattern(None) => say("problem-pattern"),
            ProblemCode::NotANumber => say("problem-not-a-number"),
            ProblemCode::TooManyDecimals { max } => say_n("problem-decimals", f64::from(*max)),
            ProblemCode::TooSmall { min } => say_n("problem-too-small", *min),
            ProblemCode::TooLarge { max } => say_n("problem-too-large", *max),
            ProblemCode::DateIncomplete { day, month, year } => {
                let parts = [
                    (*day, "date-day"),
                    (*month, "date-month"),
                    (*year, "date-year"),
                ]
                .into_iter()
                .filter(|(missing, _)| *missing)
                .map(|(_, key)| lowercase(&self.s(key)))
                .collect::<Vec<_>>()
                .join(", ");
                self.words(
                    "problem-date-incomplete",
                    &[label.clone(), ("parts", Arg::Text(&parts))],
                )
            }
            ProblemCode::NoSuchDate => say("problem-no-such-date"),
            ProblemCode::YearDigits => say("problem-year-digits"),
            ProblemCode::DateTooEarly { earliest } => {
                let date = self.date(*earliest);
                self.words(
                    "problem-date-too-early",
                    &[label.clone(), ("date", Arg::Text(&date))],
                )
            }
            ProblemCode::DateTooLate { latest } => {
                let date = self.date(*latest);
                self.words(
                    "problem-date-too-late",
                    &[label.clone(), ("date", Arg::Text(&date))],
                )
            }
            ProblemCode::DateInFuture => say("problem-date-in-future"),
            ProblemCode::DateInPast => say("problem-date-in-past"),
            ProblemCode::NotAnOption => say("problem-not-an-option"),
            ProblemCode::TooFewChosen { min } => say_n("problem-too-few-chosen", *min as f64),
            ProblemCode::TooManyChosen { max } => say_n("problem-too-many-chosen", *max as f64),
            ProblemCode::NoneAndSome => say("problem-none-and-some"),
            ProblemCode::TooFewRows { min } => say_n("problem-too-few-rows", *min as f64),
            ProblemCode::TooManyRows { max } => say_n("problem-too-many-rows", *max as f64),
            ProblemCode::RowIncomplete { row } => {
                say_n("problem-row-incomplete", (*row + 1) as f64)
            }
            ProblemCode::File(file @ FileProblem::NotUploaded) => {
                self.file_problem(file, std::slice::from_ref(&label))
            }
            // Several questions of a page may have files that are too large.
            ProblemCode::File(file) => {
                let question = self.text(&field.definition.label).text;
                let what = self.file_problem(file, std::slice::from_ref(&label)).text;
                let args = [("label", Arg::Text(&question)), ("what", Arg::Text(&what))];
                self.words("problem-file", &args)
            }
            ProblemCode::NotAsked => say("problem-not-asked"),
            ProblemCode::Portal(words) if is_blank(words) => say("problem-portal"),
            // The portal's own words are in the portal's language.
            ProblemCode::Portal(words) => self.text(&Text::new("vi", words)),
        }
    }

    fn label_of(self, part: Option<Part>, field: &Field) -> String {
        match part {
            Some(Part::Province) => self.s("address-province"),
            Some(Part::Commune) => self.s("address-commune"),
            Some(Part::Detail) => self.s("address-detail"),
            _ => self.text(&field.definition.label).text,
        }
    }

    fn format_problem(self, problem: FormatProblem, args: super::Args) -> Words {
        match problem {
            FormatProblem::PersonName => self.words("problem-person-name", args),
            FormatProblem::Phone => self.words("problem-phone", args),
            FormatProblem::PhoneOldPrefix => self.words("problem-phone-old", args),
            FormatProblem::Email => self.words("problem-email", args),
            FormatProblem::PersonalIdLength(n) => {
                let mut args = args.to_vec();
                args.push(("n", Arg::Number(n as f64)));
                self.words("problem-personal-id-length", &args)
            }
            FormatProblem::PersonalIdDigits => self.words("problem-personal-id-digits", args),
            FormatProblem::PersonalIdImpossible => {
                self.words("problem-personal-id-impossible", args)
            }
            FormatProblem::OldId => self.words("problem-old-id", args),
            FormatProblem::Passport => self.words("problem-passport", args),
            FormatProblem::DrivingLicence => self.words("problem-driving-licence", args),
            FormatProblem::TaxCode => self.words("problem-tax-code", args),
            FormatProblem::TaxCodeChecksum => self.words("problem-tax-code-checksum", args),
            FormatProblem::Plate => self.words("problem-plate", args),
            FormatProblem::HealthInsurance => self.words("problem-health-insurance", args),
            FormatProblem::Time => self.words("problem-time", args),
        }
    }

    /// Why a file cannot be taken.
    pub fn file_problem(self, problem: &FileProblem, args: super::Args) -> Words {
        let mut args = args.to_vec();
        match problem {
            FileProblem::Empty => self.words("problem-file-empty", &args),
            FileProblem::TooLarge { max } => {
                let max = self.limit(*max);
                args.push(("max", Arg::Text(&max)));
                self.words("problem-file-too-large", &args)
            }
            FileProblem::WrongType { accept } => {
                let types = accept
                    .iter()
                    .map(|kind| kind.label())
                    .collect::<Vec<_>>()
                    .join(", ");
                args.push(("types", Arg::Text(&types)));
                self.words("problem-file-type", &args)
            }
            FileProblem::TooFewPixels { width, height } => {
                args.push(("width", Arg::Number(f64::from(*width))));
                args.push(("height", Arg::Number(f64::from(*height))));
                self.words("problem-file-pixels", &args)
            }
            FileProblem::Unreadable => self.words("problem-file-unreadable", &args),
            FileProblem::CutOff => self.words("problem-file-cut-off", &args),
            FileProblem::OtherPicture { kind } => {
                args.push(("type", Arg::Text(kind)));
                self.words("problem-file-other-picture", &args)
            }
            FileProblem::Locked => self.words("problem-file-locked", &args),
            FileProblem::TooMany { max } => {
                args.push(("n", Arg::Number(*max as f64)));
                self.words("problem-file-too-many", &args)
            }
            FileProblem::NotUploaded => self.words("problem-file-not-uploaded", &args),
        }
    }
}

/// "Enter" for what is typed, "choose" for what is chosen.
fn missing(kind: &Kind, part: Option<Part>) -> &'static str {
    match (kind, part) {
        (Kind::Address, Some(Part::Province | Part::Commune)) => "problem-missing-choice",
        (Kind::Choice(_) | Kind::Choices(_) | Kind::YesNo, _) => "problem-missing-choice",
        (Kind::File(_), _) => "problem-missing-file",
        (Kind::Declaration, _) => "problem-missing-declaration",
        _ => "problem-missing",
    }
}

/// A label within a sentence: a capital at its start becomes small, unless it belongs to an
/// abbreviation or a name (`GPLX`, `CT01`).
fn inside_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if second.is_none_or(|c| is_lower(c) || c == ' ') => {
            std::iter::once(lower(first))
                .chain(label.chars().skip(1))
                .collect()
        }
        _ => label.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // [70]
    #[test]
    fn labels_within_sentences() {
        for (label, inside) in [
            ("Số điện thoại", "số điện thoại"),
            ("Đến ngày", "đến ngày"),
            ("GPLX hạng", "GPLX hạng"),
            ("CT01", "CT01"),
            ("ID number", "ID number"),
            ("Date of birth", "date of birth"),
            ("", ""),
        ] {
            assert_eq!(inside_sentence(label), inside);
        }
    }
}
