//! Says what is wrong with an answer, by the document and nothing else.

use axum::http::Method;
use serde_json::Value;

use super::document::{Answer, Document, Operation};
use super::request::{Sent, Try};
use crate::common::Reply;

const PROBLEM: &str = "application/problem+json";
const TYPES: &str = "urn:motcua:problem:";

/// What is wrong with the answer; nothing where it keeps to the document.
pub(crate) fn wrong(
    document: &Document,
    operation: &Operation,
    made: &Try,
    reply: &Reply,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let status = reply.status.as_u16();
    // Every register is up, and the disk has room: 503 is no excuse here.
    if status >= 500 {
        wrong.push(format!("{status}: {}", told(reply)));
    }
    match operation.answers.get(&status) {
        None => wrong.push(format!("{status} is not declared: {}", told(reply))),
        Some(answer) => wrong.extend(wrong_content(document, operation, answer, reply)),
    }
    if is_success(reply) {
        wrong.extend(
            wrong_success(document, operation, made).map(|why| format!("{status} though {why}")),
        );
    } else if kind(reply) == Some(format!("{TYPES}malformed-json"))
        && has_right_body(document, operation, made)
    {
        wrong.push(format!(
            "a body that the document allows is refused: {}",
            reply.text()
        ));
    }
    wrong
}

/// What is wrong with status, headers and body of an answer that is declared.
fn wrong_content(
    document: &Document,
    operation: &Operation,
    answer: &Answer,
    reply: &Reply,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let status = reply.status.as_u16();
    for (name, schema) in &answer.headers {
        match reply.headers.get(name).map(|value| value.to_str()) {
            Some(Ok(text)) if schema["type"] == "integer" && text.parse::<u64>().is_err() => {
                wrong.push(format!("{status}: the header {name} is no number: {text}"));
            }
            Some(Ok(_)) => {}
            _ => wrong.push(format!("{status}: no header {name}")),
        }
    }
    // An answer to HEAD has no body, whatever it says of one.
    if operation.method == Method::HEAD {
        return wrong;
    }
    let kind = media_type(reply);
    let declared = answer.contents.get(&kind);
    match declared {
        None if answer.contents.is_empty() && reply.body.is_empty() => {}
        None => wrong.push(format!(
            "{status}: {kind:?} is not declared: {}",
            reply.text()
        )),
        Some(schema) if kind.ends_with("json") => {
            wrong.extend(wrong_json(document, schema.as_ref(), reply));
        }
        Some(_) => {}
    }
    if status >= 400 && !reply.body.is_empty() {
        wrong.extend(wrong_problem(answer, reply));
    }
    wrong
}

fn wrong_json(document: &Document, schema: Option<&Value>, reply: &Reply) -> Vec<String> {
    let status = reply.status.as_u16();
    let Ok(json) = serde_json::from_slice::<Value>(&reply.body) else {
        return vec![format!("{status}: no JSON: {}", reply.text())];
    };
    let Some(schema) = schema else {
        return vec![format!("{status}: JSON without a schema")];
    };
    let wrong = document.wrong_in_answer(schema, &json);
    wrong
        .into_iter()
        .map(|wrong| format!("{status}: {wrong}"))
        .collect()
}

fn wrong_problem(answer: &Answer, reply: &Reply) -> Vec<String> {
    let mut wrong = Vec::new();
    let status = reply.status.as_u16();
    let problem: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    if media_type(reply) != PROBLEM {
        wrong.push(format!("{status}: no problem: {}", reply.text()));
    }
    if problem["status"] != status {
        wrong.push(format!("{status}: the body says {}", problem["status"]));
    }
    let kind = problem["type"].as_str().unwrap_or_default();
    let name = kind.strip_prefix(TYPES).unwrap_or_default();
    if !answer.names(name) {
        wrong.push(format!(
            "{status}: the document does not name `{name}`: {problem}"
        ));
    }
    if problem["title"].as_str().is_none_or(str::is_empty) {
        wrong.push(format!("{status}: no title"));
    }
    if reply
        .headers
        .get("cache-control")
        .is_none_or(|value| value != "no-store")
    {
        wrong.push(format!("{status}: a problem may be kept"));
    }
    wrong
}

/// Why this should not have succeeded.
fn wrong_success(document: &Document, operation: &Operation, made: &Try) -> Option<String> {
    if !made.who.may_ask(operation) {
        return Some(format!("{:?} may not ask", made.who));
    }
    if !made.has_all(operation) {
        return Some("something is missing that must be there".into());
    }
    let body = operation.body.as_ref().filter(|_| operation.takes_json())?;
    match &made.sent {
        Sent::Nothing => Some("there is no body".into()),
        Sent::Json(json) => {
            let wrong = document.wrong_in_body(&body.schema, json);
            (!wrong.is_empty()).then(|| format!("the body is wrong: {}", wrong.join("; ")))
        }
        // What is no JSON is no body; what is, the portal may read as it likes.
        Sent::Bytes { bytes, .. } => {
            let read = serde_json::from_slice::<Value>(bytes);
            read.is_err().then(|| "the body is no JSON".to_string())
        }
    }
}

fn has_right_body(document: &Document, operation: &Operation, made: &Try) -> bool {
    match (&operation.body, &made.sent) {
        (Some(body), Sent::Json(json)) => document.wrong_in_body(&body.schema, json).is_empty(),
        _ => false,
    }
}

/// Whether what was asked for was done. Whoever is sent back from the provider in vain has not signed in.
pub(crate) fn is_success(reply: &Reply) -> bool {
    let location = reply.headers.get("location").map(|value| value.as_bytes());
    let is_in_vain =
        location.is_some_and(|location| location.windows(8).any(|part| part == b"sign_in="));
    (reply.status.is_success() || reply.status.is_redirection()) && !is_in_vain
}

/// What sort of answer it is: of a problem only its name, so that the same is told once.
fn told(reply: &Reply) -> String {
    kind(reply).unwrap_or_else(|| reply.text())
}

fn kind(reply: &Reply) -> Option<String> {
    let problem: Value = serde_json::from_slice(&reply.body).ok()?;
    problem["type"].as_str().map(String::from)
}

fn media_type(reply: &Reply) -> String {
    let kind = reply
        .headers
        .get("content-type")
        .and_then(|value| value.to_str().ok());
    let kind = kind
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}
