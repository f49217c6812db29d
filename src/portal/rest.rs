//! The connector for our own REST contract (`docs/portal-api.yaml`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use portal_wire::read::{FromJson, ToJson};
use portal_wire::{
    CSRF, Catalogue, CodeList, Documents, DossierAnswers, Found as RegisterAnswer, IDEMPOTENCY_KEY,
    NewMessage, PROBLEM_JSON, PROBLEM_TYPES, PhoneCode, PhoneNumber, Prefill, ProblemDetails,
    Proven, SupplementAnswer, TUS_VERSION, TrackingProof, Withdrawal, endpoint,
};
use procedure::{Definition, ListOption, MistakeCode, Told, parse_date, read_json, write_json};
use search::Index;

use super::{
    Answering, Blob, Compiled, Desk, DocumentUpload, Found, Lookup, MyDossiers, NotTaken, Outgoing,
    Paper, Portal, PortalDescription, PortalError, SentAnswers, SignedIn, Submitting, Tracking,
    text_of,
};
use crate::platform::http::{Body, NoAnswer, Request, Response, file_for, send};
use crate::platform::{clock, history};

/// Milliseconds for an answer: a page of a slow portal over a slow network.
const PATIENCE: i32 = 30_000;
/// Milliseconds for a part of a file on the slowest network that we want to serve (2 kB/s).
const UPLOAD_PATIENCE: i32 = 120_000;

/// A portal that speaks our contract.
pub struct Rest {
    base: String,
    /// Whether the portal has another origin than the app: then it gets no cookie, and no header that only goes with one,
    /// which its answer to a preflight (Fetch standard, CORS) need not know.
    is_elsewhere: bool,
    /// The last question was not answered in time. A browser lets the same question wait for an
    /// earlier one that is still open; the next one goes out by itself.
    is_stuck: Cell<bool>,
}

impl Rest {
    /// `base` is the portal's address without a slash at the end: `/api`, `https://portal.example/api`.
    pub fn new(base: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').to_string(),
            is_elsewhere: history::is_elsewhere(base),
            is_stuck: Cell::new(false),
        }
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Body<'_>,
    ) -> Result<Response, PortalError> {
        let response = self.fetch(method, path, headers, body).await?;
        match is_good(&response) {
            true => Ok(response),
            false => Err(error_of(&response)),
        }
    }

    /// Without what the portal must not get.
    fn fitting<'a>(&self, headers: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let fits = |(name, _): &(&str, &str)| !self.is_elsewhere || *name != CSRF;
        headers.iter().copied().filter(fits).collect()
    }

    /// An answer, whatever its status.
    async fn fetch(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Body<'_>,
    ) -> Result<Response, PortalError> {
        let timeout = if matches!(body, Body::Blob(_)) {
            UPLOAD_PATIENCE
        } else {
            PATIENCE
        };
        let url = format!("{}{path}", self.base);
        let headers = self.fitting(headers);
        let request = Request {
            method,
            url: &url,
            headers: &headers,
            body,
            timeout,
            fresh: self.is_stuck.get(),
        };
        let answer = send(request).await;
        self.is_stuck.set(matches!(answer, Err(NoAnswer::Timeout)));
        // Files of the app may come from elsewhere: their server's clock is not the portal's.
        if let Some(moment) = answer.as_ref().ok().and_then(|answer| answer.date) {
            clock::portal_says(moment);
        }
        Ok(answer?)
    }

    async fn get<T: FromJson>(&self, path: &str) -> Result<T, PortalError> {
        read(
            &self
                .ask("GET", path, &[("Accept", "application/json")], Body::Empty)
                .await?,
        )
    }

    async fn post<T: FromJson>(
        &self,
        path: &str,
        body: &serde_json::Value,
    ) -> Result<T, PortalError> {
        let body = write_json(body);
        read(
            &self
                .ask("POST", path, &posting(None), Body::Text(&body))
                .await?,
        )
    }
}

/// Shows that a request is the app's own: another site can't send it (docs/accounts.md).
const OWN_REQUEST: (&str, &str) = (CSRF, "1");

fn is_good(response: &Response) -> bool {
    (200..300).contains(&response.status)
}

fn posting(key: Option<&str>) -> Vec<(&str, &str)> {
    let mut headers = vec![
        ("Accept", "application/json"),
        ("Content-Type", "application/json"),
        OWN_REQUEST,
    ];
    headers.extend(key.map(|key| (IDEMPOTENCY_KEY, key)));
    headers
}

/// Whether a problem is told by the portal itself, and not by something before it.
fn is_from_portal(response: &Response) -> bool {
    response.media_type == PROBLEM_JSON
        && problem_of(response).is_some_and(|problem| problem.kind.starts_with(PROBLEM_TYPES))
}

fn problem_of(response: &Response) -> Option<ProblemDetails> {
    if ![PROBLEM_JSON, "application/json"].contains(&response.media_type.as_str()) {
        return None;
    }
    ProblemDetails::from_json(&read_json(&response.body).ok()?)
}

fn upload_path(upload: &str) -> String {
    format!("{}/{}", endpoint::UPLOADS, endpoint::encode(upload))
}

/// Reads a body that the contract promises. A login page or a proxy's notice is not one.
fn read<T: FromJson>(response: &Response) -> Result<T, PortalError> {
    if response.media_type != "application/json" {
        return Err(PortalError::Unreadable);
    }
    let json = read_json(&response.body).ok();
    json.as_ref()
        .and_then(T::from_json)
        .ok_or(PortalError::Unreadable)
}

/// What an error means.
fn error_of(response: &Response) -> PortalError {
    match response.status {
        422 => PortalError::Rejected(
            problem_of(response)
                .unwrap_or_default()
                .errors
                .into_iter()
                .map(|error| (error.pointer, error.detail))
                .collect(),
        ),
        status => meaning(status, response.retry_after),
    }
}

/// What an error status means by itself.
fn meaning(status: u16, retry_after: Option<u32>) -> PortalError {
    match status {
        401 => PortalError::SignInNeeded,
        403 => PortalError::Forbidden,
        404 | 410 => PortalError::NotFound,
        408 | 425 => PortalError::TooSlow,
        409 | 412 => PortalError::Changed,
        413 => PortalError::TooLarge,
        429 => PortalError::TooMany(retry_after),
        503 => PortalError::Closed(retry_after),
        400..=499 => PortalError::Refused,
        _ => PortalError::Broken,
    }
}

impl Portal for Rest {
    fn describe(&self) -> Answering<'_, PortalDescription> {
        Box::pin(self.get(endpoint::PORTAL))
    }

    fn search<'a>(
        &'a self,
        query: &'a str,
        tags: &'a [String],
    ) -> Answering<'a, (Vec<Found>, usize)> {
        Box::pin(async move {
            let path = endpoint::in_languages(&endpoint::search(query), tags);
            let catalogue: Catalogue = self.get(&path).await?;
            let found = catalogue.procedures.iter().map(|entry| Found {
                code: entry.code.clone(),
                name: text_of(&entry.name),
                summary: text_of(&entry.summary),
                agency: text_of(&entry.agency),
                has_form: entry.form,
            });
            let found: Vec<Found> = found.collect();
            let total = catalogue.total.map_or(found.len(), |total| total as usize);
            Ok((found, total))
        })
    }

    fn procedure<'a>(
        &'a self,
        code: &'a str,
        tags: &'a [String],
        add_languages: &'a dyn Fn(&mut Definition),
    ) -> Answering<'a, Compiled> {
        Box::pin(async move {
            let path = endpoint::in_languages(&endpoint::procedure(code), tags);
            let response = self
                .ask("GET", &path, &[("Accept", "application/json")], Body::Empty)
                .await?;
            if response.media_type != "application/json" {
                return Err(PortalError::Unreadable);
            }
            match procedure::compile_json_with(&response.body, add_languages) {
                // Cut on the way, or not from the portal: nothing that an author could put right.
                Err(mistakes)
                    if mistakes
                        .iter()
                        .any(|m| matches!(m.code, MistakeCode::NotJson(..))) =>
                {
                    Err(PortalError::Unreadable)
                }
                compiled => Ok(compiled.map(Arc::new)),
            }
        })
    }
}

/// The same portal, where it takes what citizens bring.
pub struct AtDesk {
    rest: Rest,
    catalogue: RefCell<Option<Rc<Index>>>,
}

impl AtDesk {
    /// The desk of the portal at this address.
    pub fn new(base: &str) -> Self {
        Self {
            rest: Rest::new(base),
            catalogue: RefCell::new(None),
        }
    }
}

impl AtDesk {
    /// Asks for something about a dossier, with its proof.
    async fn with_proof<T: FromJson, B: ToJson>(
        &self,
        path: &str,
        proof: &str,
        body: B,
        key: Option<&str>,
    ) -> Result<T, PortalError> {
        let proven = Proven {
            proof: proof.to_string(),
            body,
        };
        let body = write_json(&proven.to_json());
        let headers = posting(key);
        read(
            &self
                .rest
                .ask("POST", path, &headers, Body::Text(&body))
                .await?,
        )
    }
}

impl Desk for AtDesk {
    fn catalogue(&self) -> Answering<'_, Rc<Index>> {
        Box::pin(async move {
            if let Some(known) = self.catalogue.borrow().as_ref() {
                return Ok(Rc::clone(known));
            }
            let response = self
                .rest
                .ask(
                    "GET",
                    endpoint::CATALOGUE,
                    &[("Accept", "text/plain")],
                    Body::Empty,
                )
                .await?;
            let index = Index::read(&response.body).map_err(|_| PortalError::Unreadable)?;
            let index = Rc::new(index);
            self.catalogue.replace(Some(Rc::clone(&index)));
            Ok(index)
        })
    }

    fn code_list<'a>(&'a self, list: &'a str, parent: &'a str) -> Answering<'a, Vec<ListOption>> {
        Box::pin(async move {
            let list: CodeList = self.rest.get(&endpoint::code_list(list, parent)).await?;
            let option = |option: portal_wire::CodeListOption| ListOption {
                label: text_of(&option.label),
                value: option.value,
                also: option.also,
                before: option.before,
            };
            Ok(list.options.into_iter().map(option).collect())
        })
    }

    fn begin_upload<'a>(&'a self, name: &'a str, size: u64) -> Answering<'a, String> {
        Box::pin(async move {
            let size = size.to_string();
            let metadata = format!("filename {}", base64(name.as_bytes()));
            let headers = [
                ("Tus-Resumable", TUS_VERSION),
                ("Upload-Length", &size),
                ("Upload-Metadata", &metadata),
            ];
            let response = self
                .rest
                .ask("POST", endpoint::UPLOADS, &headers, Body::Empty)
                .await?;
            let upload = response
                .location
                .as_deref()
                .and_then(|at| at.rsplit('/').next());
            upload
                .filter(|name| !name.is_empty())
                .map(str::to_string)
                .ok_or(PortalError::Unreadable)
        })
    }

    fn upload_offset<'a>(&'a self, upload: &'a str) -> Answering<'a, u64> {
        Box::pin(async move {
            let headers = [("Tus-Resumable", TUS_VERSION)];
            let response = self
                .rest
                .ask("HEAD", &upload_path(upload), &headers, Body::Empty)
                .await?;
            response.upload_offset.ok_or(PortalError::Unreadable)
        })
    }

    fn send_part<'a>(&'a self, upload: &'a str, offset: u64, part: &'a Blob) -> Answering<'a, u64> {
        Box::pin(async move {
            let offset = offset.to_string();
            let headers = [
                ("Tus-Resumable", TUS_VERSION),
                ("Upload-Offset", &offset),
                ("Content-Type", "application/offset+octet-stream"),
            ];
            let response = self
                .rest
                .ask("PATCH", &upload_path(upload), &headers, Body::Blob(part))
                .await?;
            response.upload_offset.ok_or(PortalError::Unreadable)
        })
    }

    fn remove_upload<'a>(&'a self, upload: &'a str) -> Answering<'a, ()> {
        Box::pin(async move {
            let headers = [("Tus-Resumable", TUS_VERSION)];
            self.rest
                .ask("DELETE", &upload_path(upload), &headers, Body::Empty)
                .await
                .map(drop)
        })
    }

    fn submit<'a>(&'a self, outgoing: &'a Outgoing, key: &'a str) -> Submitting<'a> {
        Box::pin(async move {
            let body = write_json(&outgoing.to_json());
            let open = |why| NotTaken {
                why,
                decided: false,
            };
            let headers = posting(Some(key));
            let response = self
                .rest
                .fetch("POST", endpoint::DOSSIERS, &headers, Body::Text(&body))
                .await
                .map_err(open)?;
            if is_good(&response) {
                return read(&response).map_err(open);
            }
            let why = error_of(&response);
            let decided = !why.leaves_it_open() && is_from_portal(&response);
            Err(match why {
                // Only the portal knows what is wrong with answers.
                PortalError::Rejected(_) | PortalError::Changed if !decided => {
                    open(PortalError::Unreadable)
                }
                why => NotTaken { why, decided },
            })
        })
    }

    fn track<'a>(&'a self, code: &'a str, proof: &'a str) -> Answering<'a, Tracking> {
        Box::pin(async move {
            let proof = TrackingProof {
                proof: proof.to_string(),
            };
            self.rest
                .post(&endpoint::tracking(code), &proof.to_json())
                .await
        })
    }

    fn sent<'a>(&'a self, code: &'a str, proof: &'a str) -> Answering<'a, SentAnswers> {
        Box::pin(async move {
            let proof = TrackingProof {
                proof: proof.to_string(),
            };
            let path = endpoint::answers(code);
            let sent: DossierAnswers = self.rest.post(&path, &proof.to_json()).await?;
            let definition = write_json(&sent.definition);
            Ok(SentAnswers {
                form: procedure::compile_json(&definition)
                    .map(Arc::new)
                    .map_err(|_| PortalError::Unreadable)?,
                day: parse_date(&sent.day).ok_or(PortalError::Unreadable)?,
                answers: sent.answers,
            })
        })
    }

    fn put_right<'a>(
        &'a self,
        code: &'a str,
        proof: &'a str,
        request: &'a str,
        answer: SupplementAnswer,
        key: &'a str,
    ) -> Answering<'a, Tracking> {
        let path = endpoint::supplement(code, request);
        Box::pin(async move { self.with_proof(&path, proof, answer, Some(key)).await })
    }

    fn withdraw<'a>(
        &'a self,
        code: &'a str,
        proof: &'a str,
        reason: String,
    ) -> Answering<'a, Tracking> {
        let path = endpoint::withdrawal(code);
        Box::pin(async move {
            self.with_proof(&path, proof, Withdrawal { reason }, None)
                .await
        })
    }

    fn write<'a>(
        &'a self,
        code: &'a str,
        proof: &'a str,
        text: String,
        key: &'a str,
    ) -> Answering<'a, Tracking> {
        let path = endpoint::messages(code);
        Box::pin(async move {
            self.with_proof(&path, proof, NewMessage { text }, Some(key))
                .await
        })
    }

    fn session(&self) -> Answering<'_, SignedIn> {
        Box::pin(self.rest.get(endpoint::SESSION))
    }

    fn send_code<'a>(&'a self, phone: &'a str, locale: &'a str) -> Answering<'a, ()> {
        Box::pin(async move {
            let body = PhoneNumber {
                phone: phone.to_string(),
                locale: locale.to_string(),
            };
            let body = write_json(&body.to_json());
            let headers = posting(None);
            self.rest
                .ask("POST", endpoint::SESSION_PHONE, &headers, Body::Text(&body))
                .await
                .map(drop)
        })
    }

    fn sign_in<'a>(&'a self, phone: &'a str, code: &'a str) -> Answering<'a, SignedIn> {
        Box::pin(async move {
            let body = PhoneCode {
                phone: phone.to_string(),
                code: code.to_string(),
            };
            self.rest
                .post(endpoint::SESSION_PHONE_CODE, &body.to_json())
                .await
        })
    }

    fn sign_in_address(&self, back_to: &str) -> String {
        format!("{}{}", self.rest.base, endpoint::sign_in_elsewhere(back_to))
    }

    fn stay(&self) -> Answering<'_, SignedIn> {
        Box::pin(async {
            read(
                &self
                    .rest
                    .ask("POST", endpoint::SESSION, &posting(None), Body::Empty)
                    .await?,
            )
        })
    }

    fn sign_out(&self, everywhere: bool) -> Answering<'_, ()> {
        let path = match everywhere {
            true => endpoint::SESSION_EVERYWHERE,
            false => endpoint::SESSION,
        };
        Box::pin(async move {
            self.rest
                .ask("DELETE", path, &[OWN_REQUEST], Body::Empty)
                .await
                .map(drop)
        })
    }

    fn my_dossiers(&self) -> Answering<'_, MyDossiers> {
        Box::pin(self.rest.get(endpoint::MY_DOSSIERS))
    }

    fn prefill<'a>(&'a self, procedure: &'a str) -> Answering<'a, Vec<Told>> {
        Box::pin(async move {
            let known: Prefill = self.rest.get(&endpoint::prefill(procedure)).await?;
            let told = known.fields.into_iter().map(|(field, known)| Told {
                field,
                value: known.value,
                source: known.source,
                as_of: known.as_of,
                locked: known.locked,
            });
            Ok(told.collect())
        })
    }

    fn look_up<'a>(&'a self, register: &'a str, lookup: Lookup) -> Answering<'a, Vec<Told>> {
        Box::pin(async move {
            let path = endpoint::lookup(register);
            let found: RegisterAnswer = self.rest.post(&path, &lookup.to_json()).await?;
            let told = found.fields.into_iter().map(|(field, value)| Told {
                field,
                value,
                source: found.source.clone(),
                as_of: found.as_of.clone(),
                locked: false,
            });
            Ok(told.collect())
        })
    }

    fn papers(&self) -> Answering<'_, Vec<Paper>> {
        Box::pin(async {
            let store: Documents = self.rest.get(endpoint::MY_DOCUMENTS).await?;
            Ok(store.documents)
        })
    }

    fn use_paper<'a>(&'a self, id: &'a str) -> Answering<'a, DocumentUpload> {
        Box::pin(async move {
            let path = endpoint::document_upload(id);
            read(
                &self
                    .rest
                    .ask("POST", &path, &posting(None), Body::Empty)
                    .await?,
            )
        })
    }

    fn result<'a>(&'a self, code: &'a str, proof: &'a str, id: &'a str) -> Answering<'a, Blob> {
        Box::pin(async move {
            let proof = TrackingProof {
                proof: proof.to_string(),
            };
            let body = write_json(&proof.to_json());
            let url = format!("{}{}", self.rest.base, endpoint::result(code, id));
            let headers = self.rest.fitting(&posting(None));
            match file_for(&url, &headers, &body).await? {
                Ok(file) => Ok(file),
                Err(status) => Err(meaning(status, None)),
            }
        })
    }
}

/// Base64 (RFC 4648, 4), for the file name in tus metadata.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |n: usize| u32::from(three.get(n).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for n in 0..4 {
            let sign = ALPHABET[(bits >> (18 - 6 * n) & 63) as usize];
            out.push(if n > three.len() {
                '='
            } else {
                char::from(sign)
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, media_type: &str, body: &str) -> Response {
        Response {
            status,
            media_type: media_type.into(),
            retry_after: Some(30),
            location: None,
            upload_offset: None,
            date: None,
            body: body.into(),
        }
    }

    #[test]
    fn what_only_goes_with_a_cookie_does_not_go_to_another_origin() {
        for (base, has_it) in [
            ("/api", true),
            ("api", true),
            ("https://portal.example/api", false),
            ("//portal.example/api", false),
        ] {
            let headers = posting(Some("key"));
            let sent = Rest::new(base).fitting(&headers);
            let has = |name: &str| sent.iter().any(|(have, _)| *have == name);
            assert_eq!(has(CSRF), has_it, "{base}");
            assert!(has(IDEMPOTENCY_KEY) && has("Content-Type"), "{base}");
        }
    }

    #[test]
    fn file_names_are_base64() {
        for (text, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("ảnh", "4bqjbmg="),
        ] {
            assert_eq!(base64(text.as_bytes()), coded);
        }
    }

    #[test]
    fn every_status_has_its_meaning() {
        for (status, error) in [
            (400, PortalError::Refused),
            (401, PortalError::SignInNeeded),
            (403, PortalError::Forbidden),
            (404, PortalError::NotFound),
            (409, PortalError::Changed),
            (413, PortalError::TooLarge),
            (418, PortalError::Refused),
            (422, PortalError::Rejected(Vec::new())),
            (429, PortalError::TooMany(Some(30))),
            (500, PortalError::Broken),
            (502, PortalError::Broken),
            (503, PortalError::Closed(Some(30))),
        ] {
            assert_eq!(
                error_of(&answer(status, "text/html", "<h1>")),
                error,
                "{status}"
            );
        }
        let body = r#"{"errors":[{"pointer":"/answers/dob","detail":"Sai ngày"}],"new":1}"#;
        assert_eq!(
            error_of(&answer(422, PROBLEM_JSON, body)),
            PortalError::Rejected(vec![("/answers/dob".into(), "Sai ngày".into())])
        );
    }

    #[test]
    fn what_is_not_the_contract_is_unreadable() {
        for (media_type, body) in [
            ("text/html", "<!doctype html>"),
            ("application/json", "{\"procedures\": [{]"),
            ("application/json", "{\"procedures\": 7}"),
            ("application/json", ""),
        ] {
            let read: Result<Catalogue, _> = read(&answer(200, media_type, body));
            assert_eq!(read, Err(PortalError::Unreadable), "{body}");
        }
    }
}
