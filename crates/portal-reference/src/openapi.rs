//! The contract in words that tools read: OpenAPI 3.1, checked in as `docs/portal-api.yaml`.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Motcua's portal contract",
        description = "What a public-service portal offers so that Motcua can be its front door. \
            Errors are problem details (RFC 9457) with a type `urn:motcua:problem:<name>`; the \
            names stand with each answer. Besides those that are listed, any address may answer \
            404 `not-found`, 405 `method-not-allowed`, 413 `body-too-large`, 415 `not-json`, \
            500 `internal`, and 503 with Retry-After: `busy`, `disk-full`, `body-timeout`, `body-cut`. \
            Whoever has signed in as a dossier's owner needs no proof. A request that changes something or names a dossier \
            by the right of the cookie `session` has the header `Motcua-Csrf: 1`; without it the cookie counts for nothing. \
            Definitions, code lists and the catalogue have an ETag and are asked for again with \
            If-None-Match. Generated from the reference portal; do not edit.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/api", description = "The reference portal's prefix")),
    paths(
        crate::description::portal,
        crate::catalogue::search,
        crate::catalogue::file,
        crate::catalogue::definition,
        crate::code_lists::code_list,
        crate::uploads::options,
        crate::uploads::create,
        crate::uploads::head,
        crate::uploads::patch,
        crate::uploads::delete,
        crate::dossiers::create,
        crate::tracking::track,
        crate::applicant::answers,
        crate::applicant::supplement,
        crate::applicant::withdraw,
        crate::applicant::write,
        crate::applicant::result,
        crate::accounts::session::show,
        crate::accounts::session::keep,
        crate::accounts::session::end,
        crate::accounts::phone::send,
        crate::accounts::phone::sign_in,
        crate::accounts::oidc::start,
        crate::accounts::oidc::callback,
        crate::me::dossiers,
        crate::registers::prefill,
        crate::registers::look_up,
        crate::me::documents,
        crate::me::upload_document,
        crate::officer::list,
        crate::officer::set_status,
        crate::officer::case::open,
        crate::officer::case::file,
        crate::officer::case::supplement,
        crate::officer::case::message,
        crate::officer::case::component,
        crate::officer::case::result,
        crate::officer::case::outbox,
    ),
    modifiers(&Keys),
)]
struct Contract;

struct Keys;

impl Modify for Keys {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = api.components.get_or_insert_default();
        components.add_security_scheme("officer", scheme);
        let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("session")));
        components.add_security_scheme("session", cookie);
    }
}

/// The contract as YAML.
///
/// # Errors
/// It cannot be written as YAML, which would be a mistake in this program.
pub fn openapi() -> Result<String, String> {
    Contract::openapi()
        .to_yaml()
        .map_err(|error| error.to_string())
}
