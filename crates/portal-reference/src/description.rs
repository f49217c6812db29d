//! Who runs this portal and what it can do.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use portal_wire::{
    Capabilities, CatalogueFile, OIDC, PHONE, PortalDescription, SignIn, SignInWay, Texts,
    UploadLimits,
};

use crate::accounts::oidc::Provider;

use crate::json::cached;
use crate::problem::Refusal;
use crate::state::Portal;

fn texts(vi: &str, en: &str) -> Texts {
    [("vi", vi), ("en", en)]
        .map(|(locale, text)| (locale.to_string(), text.to_string()))
        .into()
}

/// The description of this portal.
pub(crate) fn description(
    max_upload: u64,
    procedures: u64,
    provider: Option<&Provider>,
) -> PortalDescription {
    PortalDescription {
        name: texts("Cổng dịch vụ công mẫu", "Sample public-service portal"),
        operator: texts("Dự án Motcua", "The Motcua project"),
        demonstration: Some(texts(
            "Đây là cổng mẫu để dùng thử và kiểm tra: không có gì được gửi đến cơ quan nhà nước.",
            "This is a sample portal for evaluation and tests: nothing reaches an authority.",
        )),
        hotline: None,
        office: texts(
            "Nộp hồ sơ tại Bộ phận Một cửa của xã, phường, hoặc của tỉnh, thành phố.",
            "Apply at the one-stop office (Bộ phận Một cửa) of your commune or province.",
        ),
        capabilities: Capabilities {
            search: true,
            submit: true,
            uploads: true,
            tracking: true,
            accounts: true,
            prefill: true,
            lookups: true,
            documents: true,
            withdraw: true,
            messages: true,
            supplements: true,
        },
        sign_in: SignIn {
            ways: ways(provider),
        },
        uploads: Some(UploadLimits {
            max_bytes: max_upload,
        }),
        catalogue: Some(CatalogueFile {
            format: search::FORMAT,
            procedures,
        }),
    }
}

/// The provider first: it is the way that the law has (`docs/facts.md`, Signing in).
fn ways(provider: Option<&Provider>) -> Vec<SignInWay> {
    let elsewhere = provider.map(|provider| SignInWay {
        id: OIDC.into(),
        name: [("vi".to_string(), provider.name.clone())].into(),
        level: 2,
    });
    let phone = SignInWay {
        id: PHONE.into(),
        name: texts("Số điện thoại", "Phone number"),
        level: 1,
    };
    elsewhere.into_iter().chain([phone]).collect()
}

/// Who runs this portal and what it can do.
#[utoipa::path(
    get, path = "/portal", operation_id = "portal", tag = "portal",
    responses((status = 200, description = "The portal", body = PortalDescription), (status = 304, description = "As If-None-Match has it")),
)]
pub(crate) async fn portal(
    State(portal): State<Portal>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let count = portal.procedures.count();
    let description = description(portal.uploads.max_bytes, count, portal.oidc.as_ref());
    let body = serde_json::to_vec(&description).map_err(|error| Refusal::internal(&error))?;
    Ok(cached(&headers, body))
}
