//! Every address, put together.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, options, post};
use portal_wire::endpoint;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::accounts::{oidc, phone, session};
use crate::app_files::{self, AppFiles};
use crate::desk;
use crate::headers::{self, Security};
use crate::officer::case;
use crate::problem::Refusal;
use crate::state::Portal;
use crate::{
    applicant, catalogue, code_lists, description, dossiers, me, officer, registers, tracking,
    uploads,
};

/// At the default of 4 brotli is larger than gzip. The highest takes a tenth of a second for the largest
/// definition, and a citizen loads 3 % less.
const QUALITY: CompressionLevel = CompressionLevel::Precise(11);
/// Above 9 it takes several times as long: too long for the catalogue.
const QUALITY_OF_CATALOGUE: CompressionLevel = CompressionLevel::Precise(9);

/// What is served at one port.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The portal, if its API is mounted.
    pub portal: Option<Portal>,
    /// The app, if it is served.
    pub app: Option<AppFiles>,
    /// The one more origin that the app may talk to.
    pub other_portal: Option<String>,
    /// Origins of apps elsewhere that may use the API.
    pub allow_origins: Vec<String>,
}

/// Every address of a site.
pub fn router(site: Site) -> Router {
    let mut router = match site.app {
        Some(app) => Router::new().fallback_service(app_files::serve.with_state(app)),
        None => Router::new().fallback(nothing),
    };
    if let Some(portal) = site.portal {
        let prefix = portal.prefix.clone();
        router = router
            .nest(desk::DESK, desk::router(portal.clone()))
            .route("/desk/", get(desk::without_slash));
        let api = api(portal, site.allow_origins.into());
        router = match prefix.as_str() {
            "" => router.merge(api),
            prefix => router.nest(prefix, api.fallback(nothing)),
        };
    }
    guarded(router, Security::new(site.other_portal.as_deref()))
}

fn api(portal: Portal, origins: Arc<[String]>) -> Router {
    let clock = portal.clock.clone();
    let uploads = Router::new()
        .route(
            endpoint::UPLOADS,
            options(uploads::options).post(uploads::create),
        )
        .route(
            "/uploads/{id}",
            post(uploads::overridden)
                .head(uploads::head)
                .patch(uploads::patch)
                .delete(uploads::delete),
        )
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(uploads::version));
    let officers = Router::new()
        .route("/officer/dossiers", get(officer::list))
        .route("/officer/dossiers/{code}", get(case::open))
        .route("/officer/dossiers/{code}/status", post(officer::set_status))
        .route("/officer/dossiers/{code}/files/{id}", get(case::file))
        .route(
            "/officer/dossiers/{code}/supplements",
            post(case::supplement),
        )
        .route("/officer/dossiers/{code}/messages", post(case::message))
        .route(
            "/officer/dossiers/{code}/components/{id}/status",
            post(case::component),
        )
        .route(
            "/officer/dossiers/{code}/results",
            post(case::result).layer(DefaultBodyLimit::max(case::MAX_RESULT + 1)),
        )
        .route("/officer/outbox", get(case::outbox))
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(portal.clone(), officer::only_officers));
    Router::new()
        .route(endpoint::PORTAL, get(description::portal))
        .route(endpoint::PROCEDURES, get(catalogue::search))
        .route("/procedures/{code}", get(catalogue::definition))
        .route("/code-lists/{list}", get(code_lists::code_list))
        .route(endpoint::DOSSIERS, post(dossiers::create))
        .route("/dossiers/{code}/tracking", post(tracking::track))
        .route("/dossiers/{code}/answers", post(applicant::answers))
        .route(
            "/dossiers/{code}/supplements/{id}",
            post(applicant::supplement),
        )
        .route("/dossiers/{code}/withdrawal", post(applicant::withdraw))
        .route("/dossiers/{code}/messages", post(applicant::write))
        .route("/dossiers/{code}/results/{id}", post(applicant::result))
        .route(
            endpoint::SESSION,
            get(session::show).post(session::keep).delete(session::end),
        )
        .route(endpoint::SESSION_PHONE, post(phone::send))
        .route(endpoint::SESSION_PHONE_CODE, post(phone::sign_in))
        .route("/session/oidc/start", get(oidc::start))
        .route("/session/oidc/callback", get(oidc::callback))
        .route(endpoint::MY_DOSSIERS, get(me::dossiers))
        .route("/me/prefill/{procedure}", get(registers::prefill))
        .route(endpoint::MY_DOCUMENTS, get(me::documents))
        .route("/me/documents/{id}/uploads", post(me::upload_document))
        .route("/lookups/{register}", post(registers::look_up))
        .method_not_allowed_fallback(wrong_method)
        .merge(uploads)
        .merge(officers)
        .layer(CompressionLayer::new().quality(QUALITY))
        .merge(
            Router::new()
                .route(endpoint::CATALOGUE, get(catalogue::file))
                .method_not_allowed_fallback(wrong_method)
                .layer(CompressionLayer::new().quality(QUALITY_OF_CATALOGUE)),
        )
        .with_state(portal)
        .layer(from_fn_with_state(clock, headers::api))
        .layer(from_fn_with_state(origins, headers::share))
}

/// What stands around everything: no panic reaches a connection, no answer lacks its headers.
fn guarded(router: Router, security: Security) -> Router {
    router
        .layer(CatchPanicLayer::custom(|_| panicked()))
        .layer(from_fn_with_state(security, headers::secure))
}

fn panicked() -> Response {
    Refusal::internal(&"a panic; see above").into_response()
}

async fn nothing() -> Refusal {
    Refusal::not_found()
}

async fn wrong_method() -> Refusal {
    Refusal::method_not_allowed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::{Request, header};
    use tower::ServiceExt;

    #[tokio::test]
    async fn a_panic_is_a_problem_with_all_headers() {
        async fn panics() -> &'static str {
            panic!("on purpose")
        }
        let router = guarded(Router::new().route("/", get(panics)), Security::new(None));
        let request = Request::get("/").body(Body::empty()).expect("a request");
        let response = router.oneshot(request).await.expect("an answer");
        assert_eq!(response.status(), 500);
        let headers = response.headers();
        assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
        assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    }
}
