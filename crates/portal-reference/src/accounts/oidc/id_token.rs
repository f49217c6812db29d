//! ID tokens: who says what, and whether the provider really says it (OpenID Connect Core 1.0, 3.1.3.7;
//! RFC 7515, 7517, 7518, 8725; read November 2026).
//!
//! Signatures are RS256 or ES256. Which one is not the token's choice alone: the key must be of that kind.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Verifier;
use rsa::BoxedUint;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use subtle::ConstantTimeEq;

/// By how much the provider's clock may differ, in seconds.
const LEEWAY: i64 = 60;
/// Longest token, in bytes.
const LONGEST: usize = 16 << 10;
/// Shortest modulus of RSA, in bytes: 2048 bits (RFC 7518, 3.3).
const SHORTEST_RSA: usize = 256;

/// What must be true of a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client_id: &'a str,
    pub(super) nonce: &'a str,
    /// Seconds since 1970.
    pub(super) now: i64,
}

/// What a token says about somebody.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub(super) struct Claims {
    iss: String,
    aud: Audience,
    azp: Option<String>,
    exp: f64,
    iat: f64,
    #[serde(default)]
    nonce: String,
    /// Who it is, at this provider.
    pub(super) sub: String,
    /// How sure the provider is.
    #[serde(default)]
    pub(super) acr: String,
    pub(super) name: Option<String>,
    pub(super) phone_number: Option<String>,
    pub(super) email: Option<String>,
    pub(super) personal_id: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

/// A provider's keys.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Keys {
    keys: Vec<Key>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Key {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    crv: String,
    n: String,
    e: String,
    x: String,
    y: String,
}

#[derive(Debug, Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    #[serde(default)]
    crit: Option<serde_json::Value>,
}

/// Why a token is not believed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub(crate) enum TokenError {
    #[error("it cannot be read")]
    Unreadable,
    #[error("it is not signed with RS256 or ES256")]
    Algorithm,
    #[error("the provider has no such key")]
    Key,
    #[error("the signature is wrong")]
    Signature,
    #[error("another provider made it")]
    Issuer,
    #[error("it is for somebody else")]
    Audience,
    #[error("it has expired, or is of the future")]
    Time,
    #[error("it belongs to another sign-in")]
    Nonce,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Rs256,
    Es256,
}

/// Reads a token, and believes it only if all is right.
///
/// # Errors
/// What is wrong.
pub(super) fn read(token: &str, keys: &Keys, expected: &Expected) -> Result<Claims, TokenError> {
    if token.len() > LONGEST {
        return Err(TokenError::Unreadable);
    }
    let (signed, signature) = token.rsplit_once('.').ok_or(TokenError::Unreadable)?;
    let (head, body) = signed.split_once('.').ok_or(TokenError::Unreadable)?;
    let head: Header = json(head)?;
    let algorithm = match head.alg.as_str() {
        "RS256" => Algorithm::Rs256,
        "ES256" => Algorithm::Es256,
        _ => return Err(TokenError::Algorithm),
    };
    // RFC 7515, 4.1.11: what must be understood and is not makes the whole token nothing.
    if head.crit.is_some() {
        return Err(TokenError::Unreadable);
    }
    let signature = decode(signature)?;
    let fitting = keys.keys.iter().filter(|key| key.fits(algorithm, &head));
    let mut error = TokenError::Key;
    let is_signed = fitting.into_iter().any(|key| {
        error = TokenError::Signature;
        key.has_signed(algorithm, signed.as_bytes(), &signature)
    });
    if !is_signed {
        return Err(error);
    }
    let claims: Claims = json(body)?;
    check(&claims, expected)?;
    Ok(claims)
}

fn check(claims: &Claims, expected: &Expected) -> Result<(), TokenError> {
    if claims.iss != expected.issuer {
        return Err(TokenError::Issuer);
    }
    let is_for_us = match &claims.aud {
        Audience::One(one) => one == expected.client_id,
        // One that is for others too was made for whoever `azp` names.
        Audience::Many(many) => {
            let alone = many.len() == 1 || claims.azp.is_some();
            alone && many.iter().any(|one| one == expected.client_id)
        }
    };
    let is_ours = claims
        .azp
        .as_ref()
        .is_none_or(|azp| azp == expected.client_id);
    if !is_for_us || !is_ours {
        return Err(TokenError::Audience);
    }
    let (now, leeway) = (expected.now as f64, LEEWAY as f64);
    // The other way round: what is no number is not right either.
    let is_in_time = claims.exp > now - leeway && claims.iat <= now + leeway;
    if !is_in_time {
        return Err(TokenError::Time);
    }
    let nonce = claims.nonce.as_bytes().ct_eq(expected.nonce.as_bytes());
    if !bool::from(nonce) || expected.nonce.is_empty() {
        return Err(TokenError::Nonce);
    }
    match claims.sub.is_empty() || claims.sub.len() > 255 {
        true => Err(TokenError::Unreadable),
        false => Ok(()),
    }
}

impl Key {
    fn fits(&self, algorithm: Algorithm, head: &Header) -> bool {
        let (kind, name) = match algorithm {
            Algorithm::Rs256 => ("RSA", "RS256"),
            Algorithm::Es256 => ("EC", "ES256"),
        };
        self.kty == kind
            && self.alg.as_deref().is_none_or(|alg| alg == name)
            && self
                .purpose
                .as_deref()
                .is_none_or(|purpose| purpose == "sig")
            && head
                .kid
                .as_ref()
                .is_none_or(|kid| Some(kid) == self.kid.as_ref())
            && (algorithm == Algorithm::Rs256 || self.crv == "P-256")
    }

    fn has_signed(&self, algorithm: Algorithm, text: &[u8], signature: &[u8]) -> bool {
        match algorithm {
            Algorithm::Rs256 => self.rs256(text, signature),
            Algorithm::Es256 => self.es256(text, signature),
        }
        .is_some()
    }

    fn rs256(&self, text: &[u8], signature: &[u8]) -> Option<()> {
        let (n, e) = (decode(&self.n).ok()?, decode(&self.e).ok()?);
        if n.len() < SHORTEST_RSA {
            return None;
        }
        let n = BoxedUint::from_be_slice_vartime(&n);
        let e = BoxedUint::from_be_slice_vartime(&e);
        let key = rsa::PublicKey::new(n, e).ok()?;
        let key = rsa::pkcs1v15::VerifyingKey::<sha2::Sha256>::new(key);
        let signature = rsa::pkcs1v15::Signature::try_from(signature).ok()?;
        key.verify(text, &signature).ok()
    }

    fn es256(&self, text: &[u8], signature: &[u8]) -> Option<()> {
        let (x, y) = (decode(&self.x).ok()?, decode(&self.y).ok()?);
        // SEC 1, 2.3.3: 4 and both coordinates, 32 bytes each.
        let point = [&[4], x.as_slice(), y.as_slice()].concat();
        let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok()?;
        let signature = p256::ecdsa::Signature::from_slice(signature).ok()?;
        key.verify(text, &signature).ok()
    }
}

fn decode(text: &str) -> Result<Vec<u8>, TokenError> {
    URL_SAFE_NO_PAD
        .decode(text)
        .map_err(|_| TokenError::Unreadable)
}

fn json<T: DeserializeOwned>(text: &str) -> Result<T, TokenError> {
    serde_json::from_slice(&decode(text)?).map_err(|_| TokenError::Unreadable)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json as js};

    use super::*;

    /// Made with jose 6 and keys that nobody has any more.
    const RS256: (&str, &str) = (
        r#"{"kty":"RSA","n":"srncfQdLtCCGiO5BH-mjRHudXDWv8APhaCON4mM7XW-ApX8YsxccfWmUs86yJWFQS_zaA5m0xC8IVW5AjujeEbLJUb0Dzzi2UA0C_ZKfy_NkZV5TxVEIbpsgzmJt3keMBQApCOXUpxNyJpyGvUpzW6bStKNxrOfy8VjjgjjYAQVI3qQofwayU-WUDw18yqqppq2bJW8WPPrgJFJNkjx32T8qn2qxvYfkJAz9MgEJ3JT7cbO6XZzVyCpYnJTrYk6iLv9ikJg4MNLyiC25DiKWyXTeDKvlv-k0kSltlvpVdHP7krU5vhZnjklZBRceb70pMC5iO2S0INThJz8M3cjWjw","e":"AQAB","kid":"k","use":"sig","alg":"RS256"}"#,
        "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjEiLCJhdWQiOiJtb3RjdWEiLCJleHAiOjE4MDAwMDAwMDAsImlhdCI6MTc5NTMwOTIwMCwibm9uY2UiOiJuIiwic3ViIjoicyIsImFjciI6InZuZWlkOjIiLCJuYW1lIjoiTkdVWeG7hE4gVsSCTiBN4bqqVSIsInBlcnNvbmFsX2lkIjoiMDAxMDk5MDAwMDAxIn0.eJmi6lxTa6aNlmJbw4_NZ_phsjFmkr1gD9nmRD8C6E9u1t6XD81yVAb2V653n69nsw32X96Oxpm722OydiKZ-pwPt36CjTe74WW2W-PjX1qdvOnHwsDkiHOGMAiyvxllwJzR0Q9j73fncvsW1VYa9y1WIsyRgF9Zu22gEvPDUr3x7QilAZTviPgb8OCs3MGDVPn7kQW_754nB6ecfdwzOYYdI0rPxINlZMwa5F3GONORXrdENifflDwAZWX0VCtdytGdtaMcfx5-RC_MsRGgCpM_dy6UeGa6Bheb5ZikxvnGg3ka-YKye66PMUtUgCAbgnvCGC5op2wpMQUTV7xdrg",
    );
    const ES256: (&str, &str) = (
        r#"{"kty":"EC","x":"IBB7nS4yvwVzC2SHTnCA7zmSwPVoNiLMV-Scy7rwVoA","y":"eTPlinU6p9cB4hQsKhym9ErANbuz0YTHYL9WJG4jKYY","crv":"P-256","kid":"k","use":"sig","alg":"ES256"}"#,
        "eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjEiLCJhdWQiOiJtb3RjdWEiLCJleHAiOjE4MDAwMDAwMDAsImlhdCI6MTc5NTMwOTIwMCwibm9uY2UiOiJuIiwic3ViIjoicyIsImFjciI6InZuZWlkOjIiLCJuYW1lIjoiTkdVWeG7hE4gVsSCTiBN4bqqVSIsInBlcnNvbmFsX2lkIjoiMDAxMDk5MDAwMDAxIn0.Cv-qL9baY4d4EgaNv0dPwG__pNp7iqiapmK7Br2k5roiMNp2fCX_vOA_L-6vfQtCeHQFzyfmN-sBUly70mpHbQ",
    );

    const EXPECTED: Expected = Expected {
        issuer: "http://127.0.0.1:1",
        client_id: "motcua",
        nonce: "n",
        now: 1_795_309_300,
    };

    fn keys(keys: &[&str]) -> Keys {
        let keys = keys
            .iter()
            .map(|key| serde_json::from_str(key).expect("a key"));
        Keys {
            keys: keys.collect(),
        }
    }

    #[test]
    fn tokens_that_others_have_made_are_read() {
        for (key, token) in [RS256, ES256] {
            let claims = read(token, &keys(&[key]), &EXPECTED).expect("a good token");
            assert_eq!((claims.sub.as_str(), claims.acr.as_str()), ("s", "vneid:2"));
            assert_eq!(claims.name.as_deref(), Some("NGUYỄN VĂN MẪU"));
            assert_eq!(claims.personal_id.as_deref(), Some("001099000001"));
            // Among other keys too, with other names and of other kinds.
            let other = r#"{"kty": "OKP", "crv": "Ed25519", "x": "AA", "kid": "k"}"#;
            assert!(read(token, &keys(&[other, key]), &EXPECTED).is_ok());
        }
    }

    #[test]
    fn a_token_is_believed_by_nobody_else_at_no_other_time() {
        let (key, token) = ES256;
        let check = |expected: Expected, error| {
            assert_eq!(read(token, &keys(&[key]), &expected), Err(error));
        };
        let issuer = "http://127.0.0.1:2";
        check(Expected { issuer, ..EXPECTED }, TokenError::Issuer);
        let client_id = "other";
        check(
            Expected {
                client_id,
                ..EXPECTED
            },
            TokenError::Audience,
        );
        check(
            Expected {
                nonce: "x",
                ..EXPECTED
            },
            TokenError::Nonce,
        );
        check(
            Expected {
                nonce: "",
                ..EXPECTED
            },
            TokenError::Nonce,
        );
        for now in [1_800_000_000 + LEEWAY, 1_795_309_200 - LEEWAY - 1] {
            check(Expected { now, ..EXPECTED }, TokenError::Time);
        }
    }

    #[test]
    fn what_is_not_signed_by_that_key_in_that_way_is_nothing() {
        let head = |head: Value| URL_SAFE_NO_PAD.encode(head.to_string());
        let (key, token) = ES256;
        let [_, body, signature] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts");
        };
        let check = |token: &str, known: &[&str], error| {
            assert_eq!(read(token, &keys(known), &EXPECTED), Err(error), "{token}");
        };
        for alg in ["none", "None", "HS256", "RS512", ""] {
            let token = format!("{}.{body}.", head(js!({"alg": alg})));
            check(&token, &[key], TokenError::Algorithm);
        }
        // The public key as a secret is no way in either: the key must be of the token's kind.
        let rs = format!(
            "{}.{body}.{signature}",
            head(js!({"alg": "RS256", "kid": "k"}))
        );
        check(&rs, &[key], TokenError::Key);
        let critical = head(js!({"alg": "ES256", "crit": ["x"], "x": 1}));
        check(
            &format!("{critical}.{body}.{signature}"),
            &[key],
            TokenError::Unreadable,
        );
        let other = head(js!({"alg": "ES256", "kid": "other"}));
        check(
            &format!("{other}.{body}.{signature}"),
            &[key],
            TokenError::Key,
        );
        let bare = head(js!({"alg": "ES256"}));
        check(
            &format!("{bare}.{body}.{signature}"),
            &[key],
            TokenError::Signature,
        );
        check(token, &[RS256.0], TokenError::Key);
        check(token, &[], TokenError::Key);
        let encrypting = key.replace(r#""use":"sig""#, r#""use":"enc""#);
        check(token, &[&encrypting], TokenError::Key);
        for broken in ["", "x", "x.y", "x.y.z", "....", &"x.".repeat(LONGEST)] {
            check(broken, &[key], TokenError::Unreadable);
        }
        // One bit of what is said, or of the signature.
        for at in [token.find('.').expect("a dot") + 9, token.len() - 9] {
            let mut bytes = token.as_bytes().to_vec();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).expect("a text");
            check(&changed, &[key], TokenError::Signature);
        }
        // A key that is too short to mean anything.
        let short = r#"{"kty": "RSA", "kid": "k", "n": "AQAB", "e": "AQAB"}"#;
        check(RS256.1, &[short], TokenError::Signature);
    }

    #[test]
    fn a_token_for_several_names_whom_it_was_made_for() {
        let claims = |aud: Value, azp: Value| {
            let claims = js!({"iss": EXPECTED.issuer, "aud": aud, "azp": azp, "exp": EXPECTED.now + 60,
                "iat": EXPECTED.now, "nonce": "n", "sub": "s"});
            let claims: Claims = serde_json::from_value(claims).expect("claims");
            check(&claims, &EXPECTED)
        };
        assert_eq!(claims(js!(["motcua"]), js!(null)), Ok(()));
        assert_eq!(claims(js!(["motcua", "x"]), js!("motcua")), Ok(()));
        for (aud, azp) in [
            (js!(["motcua", "x"]), js!(null)),
            (js!(["motcua", "x"]), js!("x")),
            (js!("motcua"), js!("x")),
            (js!([]), js!(null)),
        ] {
            assert_eq!(claims(aud, azp), Err(TokenError::Audience));
        }
    }
}
