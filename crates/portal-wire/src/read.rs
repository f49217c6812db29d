//! Bodies out of and into JSON by hand. The app uses these instead of the derived code: they are a
//! quarter of its size, and a citizen loads it (docs/adr/0004-size.md). A test holds both to the same
//! results.

use procedure::SortedMap;
use serde_json::{Map, Value};

use crate::{
    Account, AnswerInWords, Capabilities, Catalogue, CatalogueEntry, CatalogueFile, CodeList,
    CodeListOption, Component, Document, DocumentUpload, Documents, DossierAnswers, Due, DueFee,
    ErrorDetail, Flaw, Found, KnownAnswer, Lookup, Message, MyDossier, MyDossiers, NewDossier,
    NewMessage, PhoneCode, PhoneNumber, PortalDescription, Prefill, ProblemDetails, Proven,
    Receipt, ResultFile, Session, SignIn, SignInWay, Status, StatusChange, Supplement,
    SupplementAnswer, Texts, Tracking, TrackingProof, UploadLimits, Withdrawal,
};

/// Something that can be read from JSON. `None` where a member that must be there is not, or has
/// another type; members that are not known are ignored.
pub trait FromJson: Sized {
    /// Reads it.
    fn from_json(json: &Value) -> Option<Self>;
}

/// Something that can be written as JSON.
pub trait ToJson {
    /// Writes it.
    fn to_json(&self) -> Value;
}

/// A text member.
pub fn text(json: &Value, key: &str) -> Option<String> {
    json.get(key)?.as_str().map(str::to_string)
}

/// Texts by locale. One that is absent is empty.
pub fn texts(json: &Value, key: &str) -> Option<Texts> {
    let Some(map) = member(json, key) else {
        return Some(SortedMap::new());
    };
    let mut texts = SortedMap::new();
    for (locale, text) in map.as_object()? {
        texts.insert(locale.clone(), text.as_str()?.to_string());
    }
    Some(texts)
}

/// Texts by locale, as JSON.
pub fn texts_to_json(texts: &Texts) -> Value {
    let mut map = Map::new();
    // Collected, a map would be sorted first, by code that is made for millions.
    for (locale, text) in texts.iter() {
        map.insert(locale.clone(), Value::from(text.as_str()));
    }
    Value::Object(map)
}

/// A member that is there and not null.
pub fn member<'a>(json: &'a Value, key: &str) -> Option<&'a Value> {
    json.get(key).filter(|value| !value.is_null())
}

/// A list of things; absent is empty.
pub fn list<T: FromJson>(json: &Value, key: &str) -> Option<Vec<T>> {
    match member(json, key) {
        None => Some(Vec::new()),
        Some(items) => items.as_array()?.iter().map(T::from_json).collect(),
    }
}

/// An object of texts.
fn object(pairs: &[(&str, &str)]) -> Map<String, Value> {
    let mut map = Map::new();
    for (key, value) in pairs {
        map.insert(key.to_string(), Value::from(*value));
    }
    map
}

impl FromJson for PortalDescription {
    fn from_json(json: &Value) -> Option<Self> {
        let demonstration = match member(json, "demonstration") {
            Some(_) => Some(texts(json, "demonstration")?),
            None => None,
        };
        let uploads = match member(json, "uploads") {
            Some(limits) => Some(UploadLimits {
                max_bytes: limits.get("max_bytes")?.as_u64()?,
            }),
            None => None,
        };
        let catalogue = match member(json, "catalogue") {
            Some(file) => Some(CatalogueFile {
                format: file.get("format")?.as_u64()?.try_into().ok()?,
                procedures: file.get("procedures")?.as_u64()?,
            }),
            None => None,
        };
        json.get("name")?;
        Some(Self {
            name: texts(json, "name")?,
            operator: texts(json, "operator")?,
            demonstration,
            hotline: text(json, "hotline"),
            office: texts(json, "office")?,
            capabilities: json
                .get("capabilities")
                .map(capabilities)
                .unwrap_or_default(),
            sign_in: match json.get("sign_in") {
                None => SignIn::default(),
                Some(sign_in) => SignIn::from_json(sign_in)?,
            },
            uploads,
            catalogue,
        })
    }
}

impl FromJson for SignIn {
    fn from_json(json: &Value) -> Option<Self> {
        json.as_object()?;
        Some(Self {
            ways: list(json, "ways")?,
        })
    }
}

impl FromJson for SignInWay {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("name")?;
        Some(Self {
            id: text(json, "id")?,
            name: texts(json, "name")?,
            level: small(json, "level")?,
        })
    }
}

/// A whole number up to 255.
fn small(json: &Value, key: &str) -> Option<u8> {
    json.get(key)?.as_u64()?.try_into().ok()
}

impl FromJson for Session {
    fn from_json(json: &Value) -> Option<Self> {
        json.as_object()?;
        let idle_seconds = match member(json, "idle_seconds") {
            None => None,
            Some(seconds) => Some(seconds.as_u64()?),
        };
        Some(Self {
            account: one(json, "account")?,
            expires_at: line_or_none(json, "expires_at")?,
            idle_seconds,
        })
    }
}

impl FromJson for Account {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            id: line(json, "id")?,
            name: line(json, "name")?,
            level: small(json, "level")?,
            phone_hint: line_or_none(json, "phone_hint")?,
            way: text(json, "way")?,
        })
    }
}

impl ToJson for PhoneNumber {
    fn to_json(&self) -> Value {
        let mut map = object(&[("phone", &self.phone)]);
        if !self.locale.is_empty() {
            map.insert("locale".into(), Value::from(self.locale.as_str()));
        }
        Value::Object(map)
    }
}

impl ToJson for PhoneCode {
    fn to_json(&self) -> Value {
        Value::Object(object(&[("phone", &self.phone), ("code", &self.code)]))
    }
}

impl FromJson for MyDossiers {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("dossiers")?;
        Some(Self {
            dossiers: list(json, "dossiers")?,
        })
    }
}

impl FromJson for MyDossier {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("name")?;
        Some(Self {
            code: text(json, "code")?,
            procedure: text(json, "procedure")?,
            name: texts(json, "name")?,
            status: status(json)?,
            received_at: text(json, "received_at")?,
            needs_you: flag(json, "needs_you")?,
        })
    }
}

impl FromJson for Prefill {
    fn from_json(json: &Value) -> Option<Self> {
        let mut fields = SortedMap::new();
        for (field, known) in json.get("fields")?.as_object()? {
            fields.insert(field.clone(), KnownAnswer::from_json(known)?);
        }
        Some(Self { fields })
    }
}

impl FromJson for KnownAnswer {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("source")?;
        Some(Self {
            value: json.get("value")?.clone(),
            source: texts(json, "source")?,
            as_of: text(json, "as_of")?,
            locked: flag(json, "locked")?,
        })
    }
}

impl ToJson for Lookup {
    fn to_json(&self) -> Value {
        Value::Object(object(&[
            ("procedure", &self.procedure),
            ("field", &self.field),
            ("key", &self.key),
        ]))
    }
}

impl FromJson for Found {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("source")?;
        let mut fields = SortedMap::new();
        for (field, value) in json.get("fields")?.as_object()? {
            fields.insert(field.clone(), value.clone());
        }
        Some(Self {
            fields,
            source: texts(json, "source")?,
            as_of: text(json, "as_of")?,
        })
    }
}

impl FromJson for Documents {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("documents")?;
        Some(Self {
            documents: list(json, "documents")?,
        })
    }
}

impl FromJson for Document {
    fn from_json(json: &Value) -> Option<Self> {
        let pixels = match member(json, "pixels").map(Value::as_array) {
            None => None,
            Some(sides) => {
                let side = |value: &Value| value.as_u64()?.try_into().ok();
                match sides?.as_slice() {
                    [width, height] => Some([side(width)?, side(height)?]),
                    _ => return None,
                }
            }
        };
        Some(Self {
            id: text(json, "id")?,
            kind: text(json, "kind")?,
            name: text(json, "name")?,
            issued_on: line_or_none(json, "issued_on")?,
            expires_on: line_or_none(json, "expires_on")?,
            bytes: json.get("bytes")?.as_u64()?,
            file: text(json, "file")?,
            pixels,
        })
    }
}

impl FromJson for DocumentUpload {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            upload: text(json, "upload")?,
            name: text(json, "name")?,
            bytes: json.get("bytes")?.as_u64()?,
            kind: text(json, "kind")?,
        })
    }
}

fn capabilities(json: &Value) -> Capabilities {
    let can = |key: &str| json.get(key).and_then(Value::as_bool).unwrap_or_default();
    Capabilities {
        search: can("search"),
        submit: can("submit"),
        uploads: can("uploads"),
        tracking: can("tracking"),
        accounts: can("accounts"),
        prefill: can("prefill"),
        lookups: can("lookups"),
        documents: can("documents"),
        withdraw: can("withdraw"),
        messages: can("messages"),
        supplements: can("supplements"),
    }
}

impl FromJson for Catalogue {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("procedures")?;
        Some(Self {
            procedures: list(json, "procedures")?,
            total: member(json, "total").and_then(Value::as_u64),
        })
    }
}

impl FromJson for CatalogueEntry {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("name")?;
        let keywords = member(json, "keywords").and_then(Value::as_array);
        let keywords = keywords
            .into_iter()
            .flatten()
            .filter_map(|word| word.as_str().map(str::to_string));
        Some(Self {
            code: text(json, "code")?,
            name: texts(json, "name")?,
            summary: texts(json, "summary")?,
            agency: texts(json, "agency")?,
            keywords: keywords.collect(),
            form: json.get("form").and_then(Value::as_bool).unwrap_or(true),
        })
    }
}

impl FromJson for CodeList {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("options")?;
        Some(Self {
            options: list(json, "options")?,
        })
    }
}

impl FromJson for String {
    fn from_json(json: &Value) -> Option<Self> {
        Some(json.as_str()?.to_string())
    }
}

impl FromJson for CodeListOption {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("label")?;
        Some(Self {
            value: text(json, "value")?,
            label: texts(json, "label")?,
            also: list(json, "also")?,
            before: list(json, "before")?,
        })
    }
}

impl FromJson for Receipt {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            code: text(json, "code")?,
            lookup: text(json, "lookup")?,
            procedure: text(json, "procedure")?,
            received_at: text(json, "received_at")?,
        })
    }
}

impl ToJson for Receipt {
    fn to_json(&self) -> Value {
        Value::Object(object(&[
            ("code", &self.code),
            ("lookup", &self.lookup),
            ("procedure", &self.procedure),
            ("received_at", &self.received_at),
        ]))
    }
}

fn status(json: &Value) -> Option<Status> {
    let name = json.get("status")?.as_str()?;
    Status::ALL.into_iter().find(|status| status.name() == name)
}

impl FromJson for Tracking {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("name")?;
        json.get("history")?;
        Some(Self {
            code: text(json, "code")?,
            procedure: text(json, "procedure")?,
            name: texts(json, "name")?,
            agency: texts(json, "agency")?,
            status: status(json)?,
            history: list(json, "history")?,
            due: one(json, "due")?,
            fees: list(json, "fees")?,
            components: list(json, "components")?,
            supplement: one(json, "supplement")?,
            messages: list(json, "messages")?,
            results: list(json, "results")?,
            may_withdraw: flag(json, "may_withdraw")?,
            in_person: flag(json, "in_person")?,
        })
    }
}

/// A thing that may be absent.
fn one<T: FromJson>(json: &Value, key: &str) -> Option<Option<T>> {
    match member(json, key) {
        None => Some(None),
        Some(value) => T::from_json(value).map(Some),
    }
}

/// Yes or no; absent is no.
fn flag(json: &Value, key: &str) -> Option<bool> {
    json.get(key).map_or(Some(false), Value::as_bool)
}

/// A text; absent is empty.
fn line(json: &Value, key: &str) -> Option<String> {
    match json.get(key) {
        None => Some(String::new()),
        Some(value) => value.as_str().map(str::to_string),
    }
}

/// A text that may be absent.
fn line_or_none(json: &Value, key: &str) -> Option<Option<String>> {
    match member(json, key) {
        None => Some(None),
        Some(value) => value.as_str().map(|text| Some(text.to_string())),
    }
}

impl FromJson for Due {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            on: text(json, "on")?,
            received_on: text(json, "received_on")?,
            may_change: flag(json, "may_change")?,
        })
    }
}

impl FromJson for DueFee {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("label")?;
        Some(Self {
            label: texts(json, "label")?,
            vnd: match json.get("vnd") {
                None | Some(Value::Null) => None,
                Some(vnd) => Some(vnd.as_u64()?),
            },
            source: text(json, "source")?,
        })
    }
}

impl FromJson for Component {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("name")?;
        json.get("agency")?;
        Some(Self {
            id: text(json, "id")?,
            name: texts(json, "name")?,
            agency: texts(json, "agency")?,
            status: status(json)?,
            due_on: text(json, "due_on")?,
            note: member(json, "note")
                .and_then(Value::as_str)
                .map(str::to_string),
        })
    }
}

impl FromJson for Supplement {
    fn from_json(json: &Value) -> Option<Self> {
        json.get("flaws")?;
        Some(Self {
            id: text(json, "id")?,
            at: text(json, "at")?,
            deadline: line_or_none(json, "deadline")?,
            contact: line_or_none(json, "contact")?,
            flaws: list(json, "flaws")?,
        })
    }
}

impl FromJson for Flaw {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            pointer: text(json, "pointer")?,
            reason: text(json, "reason")?,
            note: line(json, "note")?,
            source: line(json, "source")?,
        })
    }
}

impl FromJson for Message {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            at: text(json, "at")?,
            from_officer: json.get("from_officer")?.as_bool()?,
            text: text(json, "text")?,
        })
    }
}

impl FromJson for ResultFile {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            id: text(json, "id")?,
            name: text(json, "name")?,
            bytes: json.get("bytes")?.as_u64()?,
            at: text(json, "at")?,
        })
    }
}

impl FromJson for DossierAnswers {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            day: text(json, "day")?,
            definition: json.get("definition")?.clone(),
            answers: json.get("answers")?.clone(),
        })
    }
}

impl ToJson for SupplementAnswer {
    fn to_json(&self) -> Value {
        let mut map = Map::new();
        map.insert("answers".into(), self.answers.clone());
        if !self.in_words.is_empty() {
            let in_words = self.in_words.iter().map(ToJson::to_json);
            map.insert("in_words".into(), Value::Array(in_words.collect()));
        }
        Value::Object(map)
    }
}

impl ToJson for Withdrawal {
    fn to_json(&self) -> Value {
        let pairs = [("reason", self.reason.as_str())];
        let said = pairs.into_iter().filter(|(_, text)| !text.is_empty());
        Value::Object(object(&said.collect::<Vec<_>>()))
    }
}

impl ToJson for NewMessage {
    fn to_json(&self) -> Value {
        Value::Object(object(&[("text", &self.text)]))
    }
}

impl<T: ToJson> ToJson for Proven<T> {
    fn to_json(&self) -> Value {
        let mut json = self.body.to_json();
        if let Value::Object(map) = &mut json
            && !self.proof.is_empty()
        {
            map.insert("proof".into(), Value::from(self.proof.as_str()));
        }
        json
    }
}

impl FromJson for StatusChange {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            status: status(json)?,
            at: text(json, "at")?,
            note: text(json, "note"),
        })
    }
}

impl FromJson for ProblemDetails {
    fn from_json(json: &Value) -> Option<Self> {
        json.as_object()?;
        Some(Self {
            kind: text(json, "type").unwrap_or_default(),
            title: text(json, "title").unwrap_or_default(),
            status: json
                .get("status")
                .and_then(Value::as_u64)
                .and_then(|n| n.try_into().ok())
                .unwrap_or_default(),
            detail: text(json, "detail").unwrap_or_default(),
            errors: list(json, "errors").unwrap_or_default(),
        })
    }
}

impl FromJson for ErrorDetail {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            pointer: text(json, "pointer")?,
            detail: text(json, "detail")?,
        })
    }
}

impl ToJson for NewDossier {
    fn to_json(&self) -> Value {
        let mut map = object(&[
            ("procedure", &self.procedure),
            ("version", &self.version),
            ("locale", &self.locale),
        ]);
        map.insert("answers".into(), self.answers.clone());
        if !self.in_words.is_empty() {
            let in_words = self.in_words.iter().map(ToJson::to_json);
            map.insert("in_words".into(), Value::Array(in_words.collect()));
        }
        Value::Object(map)
    }
}

impl ToJson for AnswerInWords {
    fn to_json(&self) -> Value {
        Value::Object(object(&[
            ("section", &self.section),
            ("label", &self.label),
            ("value", &self.value),
        ]))
    }
}

impl FromJson for AnswerInWords {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            section: text(json, "section")?,
            label: text(json, "label")?,
            value: text(json, "value")?,
        })
    }
}

impl ToJson for TrackingProof {
    fn to_json(&self) -> Value {
        let pairs = [("proof", self.proof.as_str())];
        let said = pairs.into_iter().filter(|(_, text)| !text.is_empty());
        Value::Object(object(&said.collect::<Vec<_>>()))
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_json::json;

    use super::*;

    /// Both readers make the same of a body, whole and with each of its members taken out.
    fn agrees<T: FromJson + Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(
        body: Value,
    ) {
        let derived: T = serde_json::from_value(body.clone()).expect("it is right");
        assert_eq!(T::from_json(&body).as_ref(), Some(&derived), "{body}");
        assert_eq!(
            T::from_json(&serde_json::to_value(&derived).expect("JSON")),
            Some(derived)
        );
        for key in body.as_object().expect("an object").keys() {
            let mut less = body.clone();
            less.as_object_mut().expect("an object").remove(key);
            let derived: Option<T> = serde_json::from_value(less.clone()).ok();
            assert_eq!(T::from_json(&less), derived, "without {key}");
        }
    }

    #[test]
    fn it_reads_what_the_derived_code_reads() {
        agrees::<PortalDescription>(json!({
            "name": {"vi": "Cổng"}, "operator": {"vi": "A"}, "demonstration": {"vi": "B"}, "hotline": "1900",
            "office": {"en": "C"}, "capabilities": {"search": true, "submit": true, "new": 1},
            "sign_in": {"ways": [{"id": "oidc", "name": {"vi": "VNeID"}, "level": 2, "new": 0}], "new": 0},
            "uploads": {"max_bytes": 5},
            "catalogue": {"format": 1, "procedures": 2, "new": 0}, "unknown": []}));
        agrees::<Catalogue>(json!({"procedures": [
            {"code": "1", "name": {"vi": "A"}, "summary": {"vi": "B"}, "agency": {}, "keywords": ["x"], "form": false},
            {"code": "2", "name": {}}], "total": 70}));
        agrees::<CatalogueEntry>(
            json!({"code": "1", "name": {}, "summary": {}, "agency": {}, "keywords": [], "form": false}),
        );
        agrees::<CodeList>(json!({"options": [{"value": "01", "label": {"vi": "Hà Nội"}}]}));
        agrees::<CodeListOption>(json!({"value": "01", "label": {"vi": "Hà Nội"}}));
        agrees::<Receipt>(
            json!({"code": "H", "lookup": "L", "procedure": "3", "received_at": "t"}),
        );
        agrees::<Tracking>(
            json!({"code": "H", "procedure": "3", "name": {}, "agency": {}, "status": "in-progress",
            "history": [{"status": "submitted", "at": "t"}, {"status": "in-progress", "at": "t", "note": "n"}]}),
        );
        let supplement = json!({"id": "1", "at": "t", "deadline": "2026-12-01", "contact": "c", "flaws": [
            {"pointer": "/answers/a", "reason": "blurred", "note": "n", "source": "s"}]});
        let component =
            json!({"id": "a", "name": {}, "agency": {}, "status": "submitted", "due_on": "d"});
        let due = json!({"on": "2026-12-01", "received_on": "2026-11-30", "may_change": true});
        let fee = json!({"label": {}, "vnd": 5, "source": "s"});
        let message = json!({"at": "t", "from_officer": true, "text": "x"});
        let result = json!({"id": "r", "name": "n", "bytes": 5, "at": "t"});
        agrees::<Tracking>(
            json!({"code": "H", "procedure": "3", "name": {}, "status": "submitted", "history": [],
                "due": due, "fees": [fee], "components": [component], "supplement": supplement,
                "messages": [message], "results": [result], "may_withdraw": true}),
        );
        agrees::<Supplement>(supplement.clone());
        agrees::<Flaw>(supplement["flaws"][0].clone());
        agrees::<Component>(component);
        agrees::<Due>(due);
        agrees::<DueFee>(fee);
        agrees::<Message>(message);
        agrees::<ResultFile>(result);
        agrees::<SignIn>(json!({"ways": []}));
        agrees::<SignInWay>(json!({"id": "phone", "name": {"vi": "A"}, "level": 1}));
        let account = json!({"name": "MẪU", "level": 2, "phone_hint": "678", "way": "oidc"});
        agrees::<Session>(json!({"account": account, "expires_at": "t", "idle_seconds": 1800}));
        agrees::<Session>(json!({"account": null}));
        agrees::<Account>(account);
        let mine = json!({"code": "H", "procedure": "3", "name": {"vi": "A"}, "status": "submitted",
            "received_at": "t", "needs_you": true});
        agrees::<MyDossiers>(json!({"dossiers": [mine]}));
        agrees::<MyDossier>(mine);
        let known = json!({"value": {"province": "01"}, "source": {"vi": "A"}, "as_of": "2026-11-01", "locked": true});
        agrees::<Prefill>(json!({"fields": {"a": known}}));
        agrees::<KnownAnswer>(known);
        agrees::<Found>(json!({"fields": {"a": [1, "x"]}, "source": {}, "as_of": "2026-11-01"}));
        let document = json!({"id": "d", "kind": "portrait", "name": "a.png", "issued_on": "2026-01-01",
            "expires_on": "2031-01-01", "bytes": 5, "file": "png", "pixels": [600, 800]});
        agrees::<Documents>(json!({"documents": [document]}));
        agrees::<Document>(document);
        agrees::<DocumentUpload>(
            json!({"upload": "u", "name": "a.pdf", "bytes": 5, "kind": "pdf"}),
        );
        agrees::<DossierAnswers>(
            json!({"day": "2026-11-22", "definition": {}, "answers": {"a": 1}}),
        );
        for proof in ["", "x"] {
            let same = |written: Value, derived: serde_json::Result<Value>| {
                assert_eq!(Some(written), derived.ok());
            };
            let proof = || proof.to_string();
            let answer = SupplementAnswer {
                answers: json!({"a": 1}),
                in_words: Vec::new(),
            };
            let answer = Proven {
                proof: proof(),
                body: answer,
            };
            same(answer.to_json(), serde_json::to_value(&answer));
            let withdrawal = Proven {
                proof: proof(),
                body: Withdrawal { reason: proof() },
            };
            same(withdrawal.to_json(), serde_json::to_value(&withdrawal));
            let message = Proven {
                proof: proof(),
                body: NewMessage { text: "t".into() },
            };
            same(message.to_json(), serde_json::to_value(&message));
            let proof = TrackingProof { proof: proof() };
            same(proof.to_json(), serde_json::to_value(&proof));
        }
        agrees::<ProblemDetails>(
            json!({"type": "x", "title": "t", "status": 422, "detail": "d",
            "errors": [{"pointer": "/a", "detail": "b"}]}),
        );
    }

    #[test]
    fn it_writes_what_the_derived_code_writes() {
        let dossier = NewDossier {
            procedure: "3".into(),
            version: "1".into(),
            locale: "vi".into(),
            answers: json!({"a": [1, null]}),
            in_words: vec![AnswerInWords {
                section: "S".into(),
                label: "L".into(),
                value: "V".into(),
            }],
        };
        assert_eq!(
            dossier.to_json(),
            serde_json::to_value(&dossier).expect("JSON")
        );
        let proof = TrackingProof { proof: "x".into() };
        assert_eq!(proof.to_json(), serde_json::to_value(&proof).expect("JSON"));
        for locale in ["", "en"] {
            let phone = PhoneNumber {
                phone: "0912345678".into(),
                locale: locale.into(),
            };
            assert_eq!(phone.to_json(), serde_json::to_value(&phone).expect("JSON"));
        }
        let code = PhoneCode {
            phone: "0912345678".into(),
            code: "123456".into(),
        };
        assert_eq!(code.to_json(), serde_json::to_value(&code).expect("JSON"));
        let lookup = Lookup {
            procedure: "3".into(),
            field: "f".into(),
            key: "k".into(),
        };
        assert_eq!(
            lookup.to_json(),
            serde_json::to_value(&lookup).expect("JSON")
        );
    }

    #[test]
    fn what_has_the_wrong_type_is_not_read() {
        for body in [
            json!([]),
            json!(null),
            json!({"procedures": 7}),
            json!({"procedures": [7]}),
        ] {
            assert_eq!(Catalogue::from_json(&body), None, "{body}");
        }
        assert_eq!(
            Tracking::from_json(
                &json!({"code": "H", "procedure": "3", "name": {}, "status": "new", "history": []})
            ),
            None
        );
    }
}
