//! The ten official statuses of a dossier (`docs/facts.md`, Statuses).

use serde::{Deserialize, Serialize};

/// A status, as the shared provincial data model numbers them (captured in public code, read
/// November 2026).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// 1, Mới đăng ký.
    Submitted,
    /// 2, Được tiếp nhận.
    Accepted,
    /// 3, Không được tiếp nhận.
    NotAccepted,
    /// 4, Đang xử lý.
    InProgress,
    /// 5, Yêu cầu bổ sung giấy tờ.
    DocumentsRequested,
    /// 6, Yêu cầu thực hiện nghĩa vụ tài chính.
    PaymentDue,
    /// 7, Công dân yêu cầu rút hồ sơ.
    WithdrawalRequested,
    /// 8, Dừng xử lý.
    Stopped,
    /// 9, Đã xử lý xong.
    Decided,
    /// 10, Đã trả kết quả.
    Delivered,
}

impl Status {
    /// Every status, in the official order.
    pub const ALL: [Self; 10] = [
        Self::Submitted,
        Self::Accepted,
        Self::NotAccepted,
        Self::InProgress,
        Self::DocumentsRequested,
        Self::PaymentDue,
        Self::WithdrawalRequested,
        Self::Stopped,
        Self::Decided,
        Self::Delivered,
    ];

    /// The official number, 1 to 10.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Accepted => "accepted",
            Self::NotAccepted => "not-accepted",
            Self::InProgress => "in-progress",
            Self::DocumentsRequested => "documents-requested",
            Self::PaymentDue => "payment-due",
            Self::WithdrawalRequested => "withdrawal-requested",
            Self::Stopped => "stopped",
            Self::Decided => "decided",
            Self::Delivered => "delivered",
        }
    }

    /// Whether the applicant must be told why, in words: it was refused or stopped, or something is asked of them.
    pub fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::NotAccepted | Self::Stopped | Self::DocumentsRequested | Self::PaymentDue
        )
    }

    /// Whether nothing more is decided.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Self::NotAccepted | Self::Stopped | Self::Decided | Self::Delivered
        )
    }

    /// The statuses that may follow. A draft of ours, not from a regulation: the sources list the
    /// statuses, not the ways between them.
    pub fn may_become(self) -> &'static [Self] {
        use Status::*;
        match self {
            Submitted => &[
                Accepted,
                NotAccepted,
                DocumentsRequested,
                WithdrawalRequested,
            ],
            Accepted => &[InProgress, PaymentDue, WithdrawalRequested],
            InProgress => &[
                DocumentsRequested,
                PaymentDue,
                WithdrawalRequested,
                Stopped,
                Decided,
            ],
            DocumentsRequested => &[Submitted, InProgress, WithdrawalRequested, Stopped],
            PaymentDue => &[InProgress, Stopped],
            WithdrawalRequested => &[Stopped],
            Decided => &[Delivered],
            NotAccepted | Stopped | Delivered => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_the_official_ones() {
        for (n, status) in Status::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(status.number()), n + 1);
            assert_eq!(
                serde_json::to_value(status).ok(),
                Some(status.name().into())
            );
        }
    }

    #[test]
    fn the_end_is_reached_from_everywhere() {
        for mut status in Status::ALL {
            for _ in 0..Status::ALL.len() {
                let Some(last) = status.may_become().last() else {
                    break;
                };
                status = *last;
            }
            assert!(status.may_become().is_empty(), "{status:?}");
        }
    }
}
