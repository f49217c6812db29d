use std::path::Path;

#[test]
fn the_contract_that_is_checked_in_is_that_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/portal-api.yaml");
    let now = portal_reference::openapi().expect("YAML");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).expect("a file");
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        then == now,
        "docs/portal-api.yaml is old; run the tests of portal-reference with UPDATE=1"
    );
    assert!(now.starts_with("openapi: 3.1"));
}
