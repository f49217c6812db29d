//! The contract in words that tools read: OpenAPI 3.1, checked in as `docs/portal-api.yaml`.

use portal_wire::PROBLEM_JSON;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::schema::SchemaType;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, ObjectBuilder, Ref, RefOr, Response, ResponseBuilder, Schema,
};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Motcua's portal contract",
        description = "What a public-service portal offers so that Motcua can be its front door. \
            Errors are problem details (RFC 9457) with a type `urn:motcua:problem:<name>`; the \
            names stand with each answer. Besides those that are listed, any address may answer \
            404 `not-found`, 405 `method-not-allowed`, 500 `internal`, and 503 with Retry-After: `busy`, `disk-full`, `body-timeout`, `body-cut`. \
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
    modifiers(&Keys, &Common, &Anything),
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

/// What an operation refuses because of what it takes, wherever that is: an address with parts, a body of
/// JSON, a key, a version. Handlers need not say it.
struct Common;

impl Modify for Common {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        for item in api.paths.paths.values_mut() {
            // An answer to HEAD has no body.
            for operation in [&mut item.head].into_iter().flatten() {
                add_common(operation, false);
            }
            let others = [
                &mut item.get,
                &mut item.post,
                &mut item.patch,
                &mut item.delete,
                &mut item.options,
            ];
            for operation in others.into_iter().flatten() {
                add_common(operation, true);
            }
        }
    }
}

fn add_common(operation: &mut Operation, has_body: bool) {
    let parameters = operation.parameters.iter().flatten();
    let mut found = Vec::new();
    for parameter in parameters {
        match (&parameter.parameter_in, parameter.name.as_str()) {
            (ParameterIn::Path | ParameterIn::Query, _) => {
                found.push(("400", "`request`: the address cannot be read"));
            }
            (_, portal_wire::IDEMPOTENCY_KEY) => found.push(("400", "`idempotency-key`")),
            (_, "Tus-Resumable") => found.push(("412", "`tus-version`")),
            _ => {}
        }
    }
    let body = operation.request_body.as_ref();
    if body.is_some_and(|body| body.content.contains_key("application/json")) {
        found.extend([
            ("400", "`malformed-json`"),
            ("413", "`body-too-large`"),
            ("415", "`not-json`"),
        ]);
    }
    for (status, name) in found {
        let new = || {
            let response = ResponseBuilder::new();
            let problem = Ref::from_schema_name("ProblemDetails");
            let content = ContentBuilder::new().schema(Some(problem)).build();
            let response = match has_body {
                true => response.content(PROBLEM_JSON, content),
                false => response,
            };
            RefOr::T(response.build())
        };
        let responses = &mut operation.responses.responses;
        let response = responses.entry(status.to_string()).or_insert_with(new);
        if let RefOr::T(Response { description, .. }) = response
            && !description.contains(name)
        {
            let sign = if description.is_empty() { "" } else { "; " };
            description.push_str(&format!("{sign}{name}"));
        }
    }
}

/// Answers have the shape in which they are sent: a text, a number, a list, an object.
struct Anything;

impl Modify for Anything {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let Some(components) = &mut api.components else {
            return;
        };
        for (schema, member) in [("KnownAnswer", "value"), ("Found", "fields")] {
            let schema = components.schemas.get_mut(schema);
            let Some(RefOr::T(Schema::Object(object))) = schema else {
                continue;
            };
            let Some(RefOr::T(Schema::Object(member))) = object.properties.get_mut(member) else {
                continue;
            };
            let anything = ObjectBuilder::new().schema_type(SchemaType::AnyValue);
            match &mut member.additional_properties {
                Some(inner) => **inner = anything.into(),
                None => member.schema_type = SchemaType::AnyValue,
            }
        }
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
