//! Named formats: what a text must look like to be a phone number, a personal ID, a tax code.
//!
//! Each reads what people really type (spaces, dots, hyphens, lower case) or say (digits in words)
//! and gives the one way in which it is sent, or says what is wrong. Where the rules come from stands in
//! `docs/facts.md`, Formats. Those that were compared with no source are lenient: a real number
//! must never be refused.

mod driving_licence;
mod email;
mod health_insurance;
mod old_id;
mod passport;
mod person_name;
mod personal_id;
mod phone;
mod plate;
mod tax_code;
mod time_of_day;

use crate::clean::compact;
pub use crate::problem::FormatProblem;
use crate::spoken;
pub use email::meant_email;

/// A named format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Format {
    /// A person's name, in any script.
    #[cfg_attr(feature = "schema", schemars(rename = "person-name"))]
    PersonName,
    /// A Vietnamese phone number.
    #[cfg_attr(feature = "schema", schemars(rename = "phone"))]
    Phone,
    /// An email address.
    #[cfg_attr(feature = "schema", schemars(rename = "email"))]
    Email,
    /// Số định danh cá nhân, 12 digits.
    #[cfg_attr(feature = "schema", schemars(rename = "vn-personal-id"))]
    PersonalId,
    /// Số chứng minh nhân dân, 9 digits.
    #[cfg_attr(feature = "schema", schemars(rename = "vn-old-id"))]
    OldId,
    /// Passport number.
    #[cfg_attr(feature = "schema", schemars(rename = "passport"))]
    Passport,
    /// Số giấy phép lái xe.
    #[cfg_attr(feature = "schema", schemars(rename = "vn-driving-licence"))]
    DrivingLicence,
    /// Mã số thuế.
    #[cfg_attr(feature = "schema", schemars(rename = "vn-tax-code"))]
    TaxCode,
    /// Biển số xe.
    #[cfg_attr(feature = "schema", schemars(rename = "vn-plate"))]
    Plate,
    /// Số thẻ bảo hiểm y tế.
    #[cfg_attr(feature = "schema", schemars(rename = "vn-health-insurance"))]
    HealthInsurance,
    /// A time of day.
    #[cfg_attr(feature = "schema", schemars(rename = "time"))]
    Time,
}

impl Format {
    /// Every format with its name in definitions.
    pub const ALL: [(&'static str, Self); 11] = [
        ("person-name", Self::PersonName),
        ("phone", Self::Phone),
        ("email", Self::Email),
        ("vn-personal-id", Self::PersonalId),
        ("vn-old-id", Self::OldId),
        ("passport", Self::Passport),
        ("vn-driving-licence", Self::DrivingLicence),
        ("vn-tax-code", Self::TaxCode),
        ("vn-plate", Self::Plate),
        ("vn-health-insurance", Self::HealthInsurance),
        ("time", Self::Time),
    ];

    /// Reads a value of this format and gives it as it is sent.
    ///
    /// # Errors
    /// What is wrong with it. An empty text is wrong too; whether an answer may be missing is
    /// the field's matter.
    ///
    /// # Example
    /// ```
    /// use procedure::format::{Format, FormatProblem};
    /// assert_eq!(Format::Phone.read("+84 912 345 678").as_deref(), Ok("0912345678"));
    /// assert_eq!(Format::TaxCode.read("0100109107"), Err(FormatProblem::TaxCodeChecksum));
    /// ```
    pub fn read(self, typed: &str) -> Result<String, FormatProblem> {
        match self.heard(typed) {
            Some(written) => self.read_written(&written),
            None => self.read_written(typed),
        }
    }

    /// How a value is written that speech input put into words; `None` where it can be read as it is,
    /// or is nothing that can be read safely.
    pub(crate) fn heard(self, typed: &str) -> Option<String> {
        if self.read_written(typed).is_ok() {
            return None;
        }
        match self {
            Self::Email => spoken::email(typed),
            Self::Phone => spoken::digits(spoken::without_plus(typed)),
            Self::PersonalId
            | Self::OldId
            | Self::DrivingLicence
            | Self::TaxCode
            | Self::HealthInsurance => spoken::digits(typed),
            // Letters in words have no one spelling; a time is read with its words.
            Self::PersonName | Self::Passport | Self::Plate | Self::Time => None,
        }
    }

    pub(crate) fn read_written(self, typed: &str) -> Result<String, FormatProblem> {
        match self {
            Self::PersonName => person_name::read(typed),
            Self::Phone => phone::read(typed),
            Self::Email => email::read(typed),
            Self::PersonalId => personal_id::read(typed),
            Self::OldId => old_id::read(typed),
            Self::Passport => passport::read(typed),
            Self::DrivingLicence => driving_licence::read(typed),
            Self::TaxCode => tax_code::read(typed),
            Self::Plate => plate::read(typed),
            Self::HealthInsurance => health_insurance::read(typed),
            Self::Time => time_of_day::read(typed),
        }
    }

    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, format)| *format)
    }

    /// Whether the format has only digits, so that a phone can show its number pad. Older driving
    /// licences have letters.
    pub fn is_digits(self) -> bool {
        matches!(self, Self::PersonalId | Self::OldId | Self::TaxCode)
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A code in capitals without its grouping.
fn code(typed: &str) -> String {
    compact(typed).to_ascii_uppercase()
}

#[cfg(test)]
fn check(format: Format, table: &[(&str, Result<&str, FormatProblem>)]) {
    for (typed, wanted) in table {
        assert_eq!(
            format.read(typed).as_deref().map_err(|e| *e),
            *wanted,
            "{format:?} {typed:?}"
        );
    }
}
