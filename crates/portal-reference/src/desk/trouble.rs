//! What keeps the desk from showing the page that was asked for, as a page of its own.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::page::{Page, el, heading};
use crate::officer::OfficerError;
use crate::problem::Refusal;
use crate::store::StoreError;

/// Why there is another page than the one that was asked for.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// No dossier has this code.
    NoDossier,
    /// The dossier has no such file.
    NoFile,
    /// Nothing is at this address.
    NoPage,
    /// The address does not know this method.
    WrongMethod,
    /// Another site sent the form, or nobody knows which.
    OtherSite,
    /// The form or its file is too large.
    TooLarge,
    /// The form did not come whole.
    Cut,
    /// Something does not work, for now or at all.
    Broken(Refusal),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Broken(error.into())
    }
}

impl From<OfficerError> for Trouble {
    fn from(error: OfficerError) -> Self {
        match error {
            OfficerError::Unknown(_) => Self::NoDossier,
            error => Self::Broken(error.into()),
        }
    }
}

impl Trouble {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoDossier | Self::NoFile | Self::NoPage => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::OtherSite => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Cut | Self::Broken(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What happened, and what to do.
    fn words(&self) -> [&'static str; 2] {
        match self {
            Self::NoDossier => [
                "Không có hồ sơ này",
                "Không hồ sơ nào có mã này. Xem lại mã, hoặc chọn hồ sơ trong danh sách.",
            ],
            Self::NoFile => [
                "Không có tệp này",
                "Hồ sơ không có tệp này nữa. Người nộp có thể đã thay tệp khác. Mở lại hồ sơ để xem.",
            ],
            Self::NoPage | Self::WrongMethod => [
                "Không có trang này",
                "Địa chỉ không đúng. Trở về danh sách hồ sơ.",
            ],
            Self::OtherSite => [
                "Chưa nhận biểu mẫu này",
                "Không rõ biểu mẫu được gửi từ trang nào, nên chưa có gì thay đổi. Mở bàn làm việc rồi làm lại từ đó.",
            ],
            Self::TooLarge => [
                "Nội dung quá lớn",
                "Chưa có gì thay đổi. Tệp chỉ được lớn đến 5 MB. Chọn tệp nhỏ hơn hoặc viết ngắn lại.",
            ],
            Self::Cut => [
                "Nội dung chưa đến đủ",
                "Mạng bị ngắt giữa chừng, nên chưa có gì thay đổi. Quay lại trang trước rồi gửi lại.",
            ],
            Self::Broken(_) => [
                "Cổng đang gặp trục trặc",
                "Chưa làm được việc này. Đợi một lát rồi thử lại. Nếu vẫn không được, xem nhật ký của cổng.",
            ],
        }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let [title, words] = self.words();
        let back = el("a").attr("href", "/desk").text("Danh sách hồ sơ");
        let mut response = Page::new(title)
            .wrong(self.status())
            .with([heading(title), el("p").text(words), el("p").child(back)])
            .into_response();
        if let Self::Broken(refusal) = self {
            let told = refusal.into_response();
            *response.status_mut() = told.status();
            if let Some(seconds) = told.headers().get(header::RETRY_AFTER) {
                let headers = response.headers_mut();
                headers.insert(header::RETRY_AFTER, seconds.clone());
            }
        }
        response
    }
}
