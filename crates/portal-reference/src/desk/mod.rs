//! The officer's desk: plain pages, made here and without a script, on which somebody who tries the portal
//! out plays the officer. They do what the JSON API for officers does, by the same functions.

mod case;
mod controls;
mod fields;
mod list;
mod outbox;
mod page;
mod same_site;
mod session;
mod sign_in;
mod supplement;
mod trouble;
mod words;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::client::Forwarded;
use crate::json;
use crate::state::Portal;

pub(crate) use session::Sessions;
use trouble::Trouble;

/// Where the desk is.
pub(crate) const DESK: &str = "/desk";

const STYLE: &str = include_str!("desk.css");
const CSS: HeaderValue = HeaderValue::from_static("text/css; charset=utf-8");

/// Every address of the desk, relative to [`DESK`].
pub(crate) fn router(portal: Portal) -> Router {
    let inside = Router::new()
        .route("/", get(list::show))
        .route("/outbox", get(outbox::show))
        .route("/dossiers/{code}", get(case::show))
        .route("/dossiers/{code}/files/{id}", get(case::file))
        .route(
            "/dossiers/{code}/status",
            post(case::set_status).get(case::back),
        )
        .route(
            "/dossiers/{code}/components/{id}/status",
            post(case::set_component).get(case::back),
        )
        .route(
            "/dossiers/{code}/messages",
            post(case::write).get(case::back),
        )
        .route(
            "/dossiers/{code}/results",
            post(case::attach).get(case::back),
        )
        .route(
            "/dossiers/{code}/supplement",
            get(supplement::choose).post(supplement::ask),
        )
        .method_not_allowed_fallback(wrong_method)
        .fallback(nothing)
        .layer(from_fn_with_state(portal.clone(), only_signed_in));
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::begin))
        .route("/sign-out", post(sign_in::end).get(sign_in::away))
        .method_not_allowed_fallback(wrong_method)
        .merge(inside)
        .layer(from_fn_with_state(portal.clone(), only_own_forms))
        // Around the rest: it is the same for everybody.
        .route("/desk.css", get(style))
        .layer(from_fn(not_kept))
        .with_state(portal)
}

async fn style(headers: HeaderMap) -> Response {
    json::cached_as(CSS, &headers, Bytes::from_static(STYLE.as_bytes()))
}

/// Where somebody comes who types a slash too many.
pub(crate) async fn without_slash() -> Response {
    see(DESK)
}

async fn nothing() -> Trouble {
    Trouble::NoPage
}

async fn wrong_method() -> Trouble {
    Trouble::WrongMethod
}

/// Pages have what people wrote: nothing keeps them.
async fn not_kept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Lets only those in who have signed in; the others are led to where they can.
async fn only_signed_in(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let now = portal.clock.now();
    let named = session::named(request.headers());
    if named.is_some_and(|id| portal.sessions.goes_on(id, now)) {
        return next.run(request).await;
    }
    see("/desk/sign-in")
}

/// Lets a form through only from pages of this site.
async fn only_own_forms(
    forwarded: Forwarded,
    request: Request,
    next: Next,
) -> Result<Response, Trouble> {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD);
    if is_safe || same_site::is_own(request.headers(), &forwarded) {
        return Ok(next.run(request).await);
    }
    Err(Trouble::OtherSite)
}

/// Another page is to be seen now; for forms that have done what they should.
fn see(address: &str) -> Response {
    // Addresses are ours, with what is not percent-encoded.
    let to = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static(DESK));
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The contrast of the app's colours is measured; the desk has the same.
    #[test]
    fn colours_are_those_of_the_app() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let read = |name: &str| std::fs::read_to_string(root.join(name)).expect("the app's styles");
        let (light, modes) = (read("tokens.css"), read("modes.css"));
        let dark = modes.split("data-theme=\"dark\"").nth(1).expect("a theme");
        let dark = dark.split('}').next().expect("its end");
        let (own_light, rest) = super::STYLE.split_once("@media").expect("two themes");
        let own_dark = rest.split('}').next().expect("its end");
        for (own, of_app) in [(own_light, light.as_str()), (own_dark, dark)] {
            let colours: Vec<&str> = own.lines().filter(|line| line.contains(": #")).collect();
            assert!(colours.len() > 10);
            for colour in colours {
                assert!(of_app.contains(colour.trim()), "{colour}");
            }
        }
    }
}
