//! The tools that the build and the tests need: found, or installed, with a word
//! about what is missing where that cannot be done.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Done;
use crate::places::{DENY, TRUNK, bundle_folder, deny_folder, shelf, trunk_folder};
use crate::run::{cargo, command, output, root, run, say};

/// What building the app needs: the wasm target, wasm-bindgen and wasm-split; and wasm-opt and esbuild where Node is.
pub(crate) fn for_app() -> Done {
    wasm_target()?;
    bundle()?;
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

/// What the tests need on top: Node and a browser.
pub(crate) fn for_tests() -> Done {
    for_app()?;
    node()?;
    chromium(false)
}

/// The packages of `e2e/`, for which Node must be there.
///
/// # Errors
/// What is missing.
pub(crate) fn node() -> Done {
    match node_is_there() {
        true => npm(),
        false => Err(
            "The tests need Node 20 or newer (nodejs.org). Install it and run this again.".into(),
        ),
    }
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

/// Trunk, for `cargo xtask dev`. Without its check for updates and without TLS: nothing is fetched, and it is built
/// in three minutes instead of five.
///
/// # Errors
/// It can't be built.
pub(crate) fn trunk() -> Done {
    if version_of("trunk").is_some_and(|version| version.contains(TRUNK)) {
        return Ok(());
    }
    say(&format!(
        "Building Trunk {TRUNK} for the cache (about three minutes, once)"
    ));
    let which = format!("trunk@{TRUNK}");
    install(&trunk_folder(), &["--no-default-features", &which])
}

/// wasm-bindgen and wasm-split, from `crates/bundle`.
///
/// # Errors
/// They can't be built.
pub(crate) fn bundle() -> Done {
    let folder = bundle_folder().join("bin");
    let programs = [("bindgen", "wasm-bindgen"), ("split", "wasm-split")]
        .map(|(made, called)| [made, called].map(|name| format!("{name}{EXE_SUFFIX}")));
    if programs.iter().all(|[_, name]| folder.join(name).exists()) {
        return Ok(());
    }
    say("Building wasm-bindgen and wasm-split for the cache (about a minute, once)");
    let build = shelf().join("build");
    run(cargo()
        .env_remove("RUSTFLAGS")
        .args(["build", "--quiet", "--package", "bundle"])
        .args(["--profile", "tools", "--target-dir"])
        .arg(&build))?;
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for [made, called] in programs {
        // A program with a name of its own first: one that is half copied would be taken for the tool.
        let (from, to) = (build.join("tools").join(&made), folder.join(&called));
        let aside = folder.join(format!("{called}.{}", std::process::id()));
        fs::copy(&from, &aside)
            .and_then(|_| fs::rename(&aside, &to))
            .map_err(|error| format!("{}: {error}", to.display()))?;
    }
    drop(fs::remove_dir_all(build));
    Ok(())
}

/// cargo-deny, for licences and sources of dependencies.
pub(crate) fn deny() -> Done {
    if version_of("cargo-deny").is_some() {
        return Ok(());
    }
    say(&format!(
        "Building cargo-deny {DENY} for the cache (some minutes, once)"
    ));
    install(&deny_folder(), &[&format!("cargo-deny@{DENY}")])
}

fn version_of(tool: &str) -> Option<String> {
    output(command(tool).arg("--version"))
}

/// `cargo install` without the optimisation that makes tools slow to build.
fn install(to: &Path, args: &[&str]) -> Done {
    let build = shelf().join("build");
    run(cargo()
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env_remove("RUSTFLAGS")
        // Outside the workspace, so that its settings stay its own.
        .current_dir(std::env::temp_dir())
        .args(["install", "--quiet", "--locked"])
        .args(args)
        .arg("--root")
        .arg(to)
        .arg("--target-dir")
        .arg(&build))?;
    drop(fs::remove_dir_all(build));
    Ok(())
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
    let changed = |file: &PathBuf| fs::metadata(file).and_then(|meta| meta.modified()).ok();
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

/// Chromium, without a window where that is enough.
///
/// # Errors
/// How to get it.
pub(crate) fn chromium(needs_window: bool) -> Done {
    if browser(needs_window).is_some() {
        return Ok(());
    }
    let ask = "The tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium), or name another \
               one in the variable CHROMIUM, and run this again.";
    if !may_install() {
        return Err(ask.into());
    }
    say("Installing Chromium with apt-get");
    // Not every system has the one without a window.
    let names = if needs_window {
        &["chromium"][..]
    } else {
        &[SHELL, "chromium"]
    };
    names
        .iter()
        .find_map(|name| apt_get(&[name, "fonts-noto-core"]).ok())
        .ok_or("No Chromium could be installed.")
        .map_err(|why| format!("{why}\n{ask}"))
}

/// Clippy, which comes with Rust unless somebody has left it out.
///
/// # Errors
/// How to get it.
pub(crate) fn clippy() -> Done {
    match version_of("clippy-driver") {
        Some(_) => Ok(()),
        None => Err("Clippy is not installed: rustup component add clippy".into()),
    }
}

/// nginx and Caddy.
///
/// # Errors
/// Why they cannot be had here, on one line.
pub(crate) fn servers() -> Done {
    packages(
        &["nginx", "caddy"],
        &["nginx-light", "libnginx-mod-http-brotli-static", "caddy"],
    )
}

/// Browsers with engines of their own: Firefox, WebKitGTK, and the WebKit of Safari 16.0.
///
/// # Errors
/// Why they cannot be had here, on one line.
pub(crate) fn engines() -> Done {
    packages(
        &[
            "firefox-esr",
            "WebKitWebDriver",
            "WPEWebDriver",
            "Xvfb",
            "xdotool",
        ],
        &[
            "firefox-esr",
            "webkit2gtk-driver",
            "wpewebkit-driver",
            "xvfb",
            "xdotool",
        ],
    )
}

/// The npm package of the oldest Chromium that the README promises. Its program is packed with brotli.
const OLD_CHROMIUM: &str = "@sparticuz/chromium@103.0.0";

/// The oldest Chromium that the README promises: the one that `OLD_CHROMIUM` names, or one in the cache.
///
/// # Errors
/// It can't be had here.
pub(crate) fn old_chromium() -> Result<String, String> {
    if let Ok(named) = std::env::var("OLD_CHROMIUM") {
        return Ok(named);
    }
    let folder = shelf().join("chromium-103");
    let program = folder.join("chromium");
    if !program.exists() {
        say("Fetching Chromium 103 for the cache (50 MB, once)");
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        run(command("npm")
            .current_dir(&folder)
            .args(["pack", "--silent", OLD_CHROMIUM]))?;
        run(command("node").current_dir(&folder).args(["-e", UNPACK]))?;
    }
    Ok(program.display().to_string())
}

/// Takes the program out of the package. It gets its name when it is whole.
const UNPACK: &str = r#"
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const { brotliDecompressSync } = require("node:zlib");
const [packed] = fs.readdirSync(".").filter((name) => name.endsWith(".tgz"));
execFileSync("tar", ["-xzf", packed, "package/bin/chromium.br"]);
fs.writeFileSync("unpacked", brotliDecompressSync(fs.readFileSync("package/bin/chromium.br")), { mode: 0o755 });
fs.renameSync("unpacked", "chromium");
fs.rmSync("package", { recursive: true });
fs.rmSync(packed);
"#;

/// Programs, from Debian's packages where they are missing and may be installed.
fn packages(programs: &[&str], packages: &[&str]) -> Done {
    let is_missing = || programs.iter().find(|name| !is_on_path(name));
    if let Some(missing) = is_missing()
        && !may_install()
    {
        return Err(format!(
            "{missing} is not installed. As root on Debian 12 this installs what is needed."
        ));
    }
    if is_missing().is_some() {
        say(&format!("Installing {} with apt-get", packages.join(", ")));
        apt_get(packages)
            .map_err(|_| format!("{} could not be installed.", packages.join(", ")))?;
    }
    match is_missing() {
        Some(missing) => Err(format!("{missing} is still not there.")),
        None => Ok(()),
    }
}

/// Whether a program is installed. Where there is no `sh` nothing is.
pub(crate) fn is_on_path(program: &str) -> bool {
    output(command("sh").args(["-c", &format!("command -v {program}")])).is_some()
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
