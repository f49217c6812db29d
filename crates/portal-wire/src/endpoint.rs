//! Every address of the contract, relative to the portal's base. Nothing else builds one.

/// `GET`: who runs the portal and what it can do.
pub const PORTAL: &str = "/portal";
/// `GET`: the catalogue; `?q=` searches it.
pub const PROCEDURES: &str = "/procedures";
/// `GET`: every procedure, as the compact text of the crate `search`.
pub const CATALOGUE: &str = "/catalogue";
/// `POST`: send answers, with an idempotency key.
pub const DOSSIERS: &str = "/dossiers";
/// `POST`: begin an upload (tus creation).
pub const UPLOADS: &str = "/uploads";
/// `GET`: who has signed in. `POST`: go on being it. `DELETE`: sign out.
pub const SESSION: &str = "/session";
/// `DELETE`: sign out everywhere.
pub const SESSION_EVERYWHERE: &str = "/session?all=1";
/// `POST`: send a code to a phone.
pub const SESSION_PHONE: &str = "/session/phone";
/// `POST`: sign in with that code.
pub const SESSION_PHONE_CODE: &str = "/session/phone/code";
/// `GET`: what whoever has signed in has sent.
pub const MY_DOSSIERS: &str = "/me/dossiers";
/// `GET`: the papers of whoever has signed in.
pub const MY_DOCUMENTS: &str = "/me/documents";

/// `GET`, by the browser itself: to the OpenID provider, and in the end back to this path of the app.
pub fn sign_in_elsewhere(back_to: &str) -> String {
    format!("/session/oidc/start?return={}", encode(back_to))
}

/// `GET`: what the portal knows of a procedure's answers.
pub fn prefill(procedure: &str) -> String {
    format!("/me/prefill/{}", encode(procedure))
}

/// `POST`: look an answer up.
pub fn lookup(register: &str) -> String {
    format!("/lookups/{}", encode(register))
}

/// `POST`: make an upload of a paper in the store.
pub fn document_upload(id: &str) -> String {
    format!("{MY_DOCUMENTS}/{}/uploads", encode(id))
}

/// `GET`: search the catalogue.
pub fn search(query: &str) -> String {
    format!("{PROCEDURES}?q={}", encode(query))
}

/// `GET`: the definition of a procedure.
pub fn procedure(code: &str) -> String {
    format!("{PROCEDURES}/{}", encode(code))
}

/// The same address for texts in these languages only; a portal may give more. The first language of the
/// portal is always among what it gives.
pub fn in_languages(address: &str, tags: &[String]) -> String {
    if tags.is_empty() {
        return address.to_string();
    }
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}lang={}", tags.join(","))
}

/// `GET`: a code list, or the part of it under `parent` (nothing where it has none).
pub fn code_list(list: &str, parent: &str) -> String {
    match parent {
        "" => format!("/code-lists/{}", encode(list)),
        parent => format!("/code-lists/{}?parent={}", encode(list), encode(parent)),
    }
}

/// `POST`: where a dossier stands, for someone who has the proof.
pub fn tracking(code: &str) -> String {
    format!("{DOSSIERS}/{}/tracking", encode(code))
}

/// `POST`: what was sent, for someone who has the proof.
pub fn answers(code: &str) -> String {
    format!("{DOSSIERS}/{}/answers", encode(code))
}

/// `POST`: the answer to a supplement request, with an idempotency key.
pub fn supplement(code: &str, id: &str) -> String {
    format!("{DOSSIERS}/{}/supplements/{}", encode(code), encode(id))
}

/// `POST`: the applicant takes the dossier back.
pub fn withdrawal(code: &str) -> String {
    format!("{DOSSIERS}/{}/withdrawal", encode(code))
}

/// `POST`: the applicant writes, with an idempotency key.
pub fn messages(code: &str) -> String {
    format!("{DOSSIERS}/{}/messages", encode(code))
}

/// `POST`: a result, for someone who has the proof.
pub fn result(code: &str, id: &str) -> String {
    format!("{DOSSIERS}/{}/results/{}", encode(code), encode(id))
}

/// `POST`: an officer sets a status.
pub fn officer_status(code: &str) -> String {
    format!("/officer/dossiers/{}/status", encode(code))
}

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
pub fn encode(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(byte.into())
            }
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)].into());
                out.push(HEX[usize::from(byte & 15)].into());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_its_part() {
        assert_eq!(procedure("3.000347"), "/procedures/3.000347");
        assert_eq!(procedure("../x?y#z"), "/procedures/..%2Fx%3Fy%23z");
        assert_eq!(search("đổi gp"), "/procedures?q=%C4%91%E1%BB%95i%20gp");
        let tags = ["km".to_string(), "vi".to_string()];
        assert_eq!(
            in_languages("/procedures?q=", &tags),
            "/procedures?q=&lang=km,vi"
        );
        assert_eq!(
            in_languages("/procedures/3", &tags),
            "/procedures/3?lang=km,vi"
        );
        assert_eq!(in_languages("/procedures/3", &[]), "/procedures/3");
        assert_eq!(
            code_list("vn-communes", "01"),
            "/code-lists/vn-communes?parent=01"
        );
        assert_eq!(
            sign_in_elsewhere("/procedures/1?x=1&y#z"),
            "/session/oidc/start?return=%2Fprocedures%2F1%3Fx%3D1%26y%23z"
        );
        assert_eq!(document_upload("../x"), "/me/documents/..%2Fx/uploads");
    }
}
