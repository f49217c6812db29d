//! Licences and sources of the dependencies, by the same list as cargo-deny (`deny.toml`), which knows advisories too
//! and takes minutes to build: `cargo xtask test --all` has it.

use std::fs;

use serde_json::Value;
use spdx::{Expression, LicenseReq};

use crate::Done;
use crate::run::{cargo, output, root};

/// Where every dependency comes from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Checks every package of Cargo.lock.
///
/// # Errors
/// The packages that must not be there, each with the reason.
pub(crate) fn check() -> Done {
    let list =
        fs::read_to_string(root().join("deny.toml")).map_err(|e| format!("deny.toml: {e}"))?;
    let allowed = allowed(&list)?;
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--locked"]))
        .ok_or("cargo metadata failed: is Cargo.lock up to date?")?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|e| e.to_string())?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let wrong: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            Some(format!(
                "{}: {}",
                package["id"],
                mistake(package, &allowed)?
            ))
        })
        .collect();
    match wrong.is_empty() {
        true => {
            println!("  {} packages", packages.len());
            Ok(())
        }
        false => Err(wrong.join("\n")),
    }
}

/// The names in `allow = [...]`.
fn allowed(toml: &str) -> Result<Vec<String>, String> {
    let (_, list) = toml
        .split_once("\nallow = [")
        .ok_or("deny.toml has no list of licences")?;
    let list = list.split(']').next().unwrap_or_default();
    Ok(list
        .split('"')
        .skip(1)
        .step_by(2)
        .map(String::from)
        .collect())
}

/// What is wrong with a package, if anything is.
fn mistake(package: &Value, allowed: &[String]) -> Option<String> {
    let source = package["source"].as_str();
    if source.is_some_and(|source| source != REGISTRY) {
        return Some(format!("comes from {source:?}"));
    }
    let licence = package["license"].as_str().unwrap_or_default();
    let is_allowed = |licence: &LicenseReq| {
        let name = licence.license.id().map_or("", |id| id.name);
        licence.addition.is_none() && allowed.iter().any(|one| one == name)
    };
    // "MIT/Apache-2.0" is how older packages write it.
    match Expression::parse_mode(licence, spdx::ParseMode::LAX) {
        Ok(expression) if expression.evaluate(is_allowed) => None,
        Ok(_) => Some(format!("its licence is not in deny.toml: {licence}")),
        Err(_) => Some(format!("its licence can't be read: \"{licence}\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_package_is_allowed_by_its_licence_and_its_source() {
        let list = allowed(
            "[licenses]\nallow = [\n    \"MIT\",\n    \"Apache-2.0\",\n]\nx = [\"GPL-3.0\"]",
        )
        .expect("a list");
        assert_eq!(list, ["MIT", "Apache-2.0"]);
        for (licence, source, is_right) in [
            ("MIT", json!(REGISTRY), true),
            ("MIT/Apache-2.0", json!(REGISTRY), true),
            ("GPL-3.0 OR MIT", Value::Null, true),
            ("MIT AND GPL-3.0-only", json!(REGISTRY), false),
            ("Apache-2.0 WITH LLVM-exception", json!(REGISTRY), false),
            ("", json!(REGISTRY), false),
            ("MIT", json!("git+https://example.org/x"), false),
        ] {
            let package = json!({"license": licence, "source": source});
            let found = mistake(&package, &list);
            assert_eq!(found.is_none(), is_right, "{licence} {source}: {found:?}");
        }
    }
}
