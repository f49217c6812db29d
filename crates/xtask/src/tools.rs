//! The tools that the build and the tests need: found, or installed into the project, with a word
//! about what is missing where that cannot be done.

use std::path::PathBuf;

use crate::Done;
use crate::run::{cargo, command, output, root, run, say};

const TRUNK: &str = "0.21.14";
/// Of the same series as `wasm_split_helpers` in Cargo.lock, which Leptos brings.
const WASM_SPLIT: &str = "0.2.4";
const DENY: &str = "0.18.9";

/// What building the app needs: the wasm target, Trunk, wasm-bindgen, wasm-split; and wasm-opt and esbuild where Node is.
pub(crate) fn for_app() -> Done {
    wasm_target()?;
    trunk()?;
    wasm_bindgen()?;
    wasm_split()?;
    let smaller = if node_is_there() {
        npm()
    } else {
        Err("Node is not installed.".into())
    };
    if let Err(why) = smaller {
        say(&format!(
            "{why}\n  The app is built without wasm-opt and esbuild, and is about a tenth larger."
        ));
    }
    Ok(())
}

/// What the tests need on top: Node, a browser, cargo-deny.
pub(crate) fn for_tests() -> Done {
    for_app()?;
    if !node_is_there() {
        return Err(
            "The tests need Node 20 or newer (nodejs.org). Install it and run this again.".into(),
        );
    }
    npm()?;
    chromium()?;
    deny()
}

/// Adds Rust's target for the browser, where it is missing.
///
/// # Errors
/// It can't be added.
pub(crate) fn wasm_target() -> Done {
    let installed = output(command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        "wasm32-unknown-unknown",
    ]));
    if installed.is_some_and(|dir| PathBuf::from(dir).is_dir()) {
        return Ok(());
    }
    say("Adding Rust's wasm target");
    run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"])).map_err(|why| {
        format!("{why}\nAdd the target wasm32-unknown-unknown to this Rust and run this again.")
    })
}

fn trunk() -> Done {
    if version_of("trunk").is_some_and(|version| version.contains(TRUNK)) {
        return Ok(());
    }
    say("Installing Trunk into target/tools (some minutes, once)");
    install(&["--locked", &format!("trunk@{TRUNK}")])
}

/// The command-line tool must have exactly the version of the library.
fn wasm_bindgen() -> Done {
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|e| format!("Cargo.lock: {e}"))?;
    let wanted = version_in(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    if version_of("wasm-bindgen").is_some_and(|version| version.contains(&wanted)) {
        return Ok(());
    }
    say(&format!(
        "Installing wasm-bindgen {wanted} into target/tools (some minutes, once)"
    ));
    install(&["wasm-bindgen-cli", "--version", &format!("={wanted}")])
}

/// Cuts the app in two; it says no version of its own, so a file beside it does.
fn wasm_split() -> Done {
    let stamp = root().join("target/tools/wasm-split.version");
    let is_there = output(command("wasm-split-cli").arg("--help")).is_some();
    if is_there && std::fs::read_to_string(&stamp).is_ok_and(|version| version == WASM_SPLIT) {
        return Ok(());
    }
    say("Installing wasm-split into target/tools (some minutes, once)");
    install(&[
        "--locked",
        &format!("wasm_split_cli_support@{WASM_SPLIT}"),
        "--features",
        "build-binary",
    ])?;
    std::fs::write(&stamp, WASM_SPLIT).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// cargo-deny, for licences and sources of dependencies.
pub(crate) fn deny() -> Done {
    if version_of("cargo-deny").is_some() {
        return Ok(());
    }
    say("Installing cargo-deny into target/tools (some minutes, once)");
    install(&["--locked", &format!("cargo-deny@{DENY}")])
}

fn version_of(tool: &str) -> Option<String> {
    output(command(tool).arg("--version"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let at = lock.find(&format!("name = \"{name}\"\n"))?;
    let line = lock[at..].lines().nth(1)?;
    line.strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_string)
}

/// `cargo install` without the link-time optimisation that makes tools slow to build.
fn install(args: &[&str]) -> Done {
    let tools = root().join("target/tools");
    run(cargo()
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env_remove("RUSTFLAGS")
        // Outside the workspace, so that its settings stay its own.
        .current_dir(std::env::temp_dir())
        .arg("install")
        .args(args)
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(tools.join("build")))
}

/// Whether Node and npm are there.
pub(crate) fn node_is_there() -> bool {
    version_of("node").is_some() && version_of("npm").is_some()
}

/// The packages of `e2e/package-lock.json`: Playwright, axe, govuk-frontend, binaryen, esbuild, oidc-provider.
///
/// # Errors
/// They cannot be installed.
pub(crate) fn npm() -> Done {
    let lock = root().join("e2e/package-lock.json");
    let stamp = root().join("e2e/node_modules/.package-lock.json");
    let changed = |file: &PathBuf| {
        std::fs::metadata(file)
            .and_then(|meta| meta.modified())
            .ok()
    };
    if changed(&stamp).is_some() && changed(&stamp) >= changed(&lock) {
        return Ok(());
    }
    say("Installing the packages of e2e/");
    let mut npm = command("npm");
    npm.current_dir(root().join("e2e"))
        .args(["ci", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm)
}

/// The browser without a window, which is the same and a third faster.
const SHELL: &str = "chromium-headless-shell";

/// The browser to test in: `CHROMIUM`, or one of the usual names. A screen reader needs one with a
/// window.
pub(crate) fn browser(needs_window: bool) -> Option<String> {
    if let Ok(named) = std::env::var("CHROMIUM") {
        return Some(named);
    }
    let names = [
        SHELL,
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    names
        .into_iter()
        .filter(|name| !needs_window || *name != SHELL)
        .find(|name| version_of(name).is_some())
        .map(|name| {
            let found = output(command("sh").args(["-c", &format!("command -v {name}")]));
            found.unwrap_or_else(|| name.to_string())
        })
}

fn chromium() -> Done {
    if browser(false).is_some() {
        return Ok(());
    }
    let ask = "The tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium), or name another \
               one in the variable CHROMIUM, and run this again.";
    if !may_install() {
        return Err(ask.into());
    }
    say("Installing Chromium with apt-get");
    // Not every system has the one without a window.
    apt_get(&[SHELL, "fonts-noto-core"])
        .or_else(|_| apt_get(&["chromium", "fonts-noto-core"]))
        .map_err(|why| format!("{why}\n{ask}"))
}

/// The Orca whose words are known: another one says other words for the same page.
const ORCA: &str = "43.";

/// Packages of Debian 12: Orca, and a desktop for it that needs no screen.
const DESKTOP: [&str; 16] = [
    "orca",
    "at-spi2-core",
    "chromium",
    "chromium-l10n",
    "dbus-x11",
    "fonts-dejavu",
    "fonts-noto-core",
    "gir1.2-gtk-3.0",
    "gir1.2-wnck-3.0",
    "gsettings-desktop-schemas",
    "libglib2.0-bin",
    "locales",
    "openbox",
    "python3-pyatspi",
    "xdotool",
    "xvfb",
];

/// Orca and its desktop.
///
/// # Errors
/// Why they cannot be had here, on one line.
pub(crate) fn screen_reader() -> Done {
    if let Err(missing) = screen_reader_is_there() {
        if !may_install() {
            return Err(format!(
                "{missing}. As root on Debian 12 this installs what is needed."
            ));
        }
        say("Installing Orca and a desktop without a screen with apt-get");
        apt_get(&DESKTOP).map_err(|_| "Orca could not be installed with apt-get.".to_string())?;
        locales()?;
    }
    screen_reader_is_there().map_err(|missing| format!("{missing}."))
}

/// Whether Orca and its desktop are installed.
///
/// # Errors
/// What is missing.
fn screen_reader_is_there() -> Done {
    let version = version_of("orca").ok_or("Orca is not installed")?;
    if !version.starts_with(ORCA) {
        return Err(format!(
            "This is Orca {version}; what is known are the words of Orca {ORCA}x"
        ));
    }
    for program in ["Xvfb", "dbus-daemon", "gsettings", "openbox", "xdotool"] {
        output(command("sh").args(["-c", &format!("command -v {program}")]))
            .ok_or(format!("{program} is not installed"))?;
    }
    if !PathBuf::from("/usr/libexec/at-spi-bus-launcher").exists() {
        return Err("at-spi2-core is not installed".into());
    }
    let known = output(command("locale").arg("-a")).unwrap_or_default();
    for locale in LOCALES {
        let name = locale.to_lowercase().replace('-', "");
        if !known.lines().any(|known| known.to_lowercase() == name) {
            return Err(format!("The locale {locale} is not there"));
        }
    }
    Ok(())
}

const LOCALES: [&str; 2] = ["vi_VN.UTF-8", "en_US.UTF-8"];

fn locales() -> Done {
    for locale in LOCALES {
        let (language, charset) = locale.split_once('.').unwrap_or((locale, "UTF-8"));
        run(command("localedef").args(["-i", language, "-f", charset, locale]))?;
    }
    Ok(())
}

/// Whether packages can be installed: as root, on Debian or what is made of it.
fn may_install() -> bool {
    let is_root = output(command("id").arg("-u")).as_deref() == Some("0");
    is_root && version_of("apt-get").is_some()
}

fn apt_get(packages: &[&str]) -> Done {
    run(command("apt-get").args(["update", "-q"]))?;
    run(command("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "-y", "-q", "--no-install-recommends"])
        .args(packages))
}
