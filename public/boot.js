// Starts the app, and asks at once for what the app will ask for first: on a slow network each
// question that waits for the app costs a round trip more. A file of its own, so that the page needs
// no inline script (Content-Security-Policy). The build puts the names of the app's files on the tag.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

const preload = (href) => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
  document.head.append(link);
};

const remembered = () => {
  try {
    return localStorage.getItem("motcua.locale");
  } catch {
    return null;
  }
};

// The app chooses in the same way (src/i18n/locales.rs).
const choose = (locales) => {
  const language = (tag) => tag.split("-")[0].toLowerCase();
  const known = (tag) =>
    tag &&
    (locales.find((locale) => locale.tag.toLowerCase() === tag.toLowerCase()) ||
      locales.find((locale) => language(locale.tag) === language(tag)));
  const wanted = [new URLSearchParams(location.search).get("lang"), remembered(), ...navigator.languages];
  return known(wanted.find(known)) || locales[0];
};

const ahead = ([settings, list]) => {
  const { portal } = JSON.parse(settings);
  const locales = JSON.parse(list);
  const { tag, fallback = [], procedures = {} } = choose(locales);
  const tags = [...new Set([tag, ...fallback, locales[0].tag])];
  tags.forEach((tag) => preload(`/locales/${tag}/messages.ftl`));
  preload(`${portal}/portal`);
  const code = /^\/procedures\/([^/]+)/.exec(location.pathname)?.[1];
  if (code) preload(`${portal}/procedures/${code}?lang=${tags}`);
  if (code in procedures) preload(`/locales/${tag}/procedures/${code}.ftl`);
  if (location.pathname === "/" && !location.search) preload(`${portal}/procedures?q=&lang=${tags}`);
  dress(locales);
};

// Fonts for scripts that the reader's device may not have (docs/languages.md). A browser asks for one
// only when a character of its range is on the page, and shows the text meanwhile.
const dress = (locales) => {
  const root = document.documentElement;
  const manifests = {};
  const worn = new Set();
  const wear = async (tag) => {
    manifests[tag] ??= fetch(`/locales/${tag}/manifest.json`).then((answer) => answer.json());
    const { script, fonts, line_height } = await manifests[tag].catch(() => ({}));
    // A name in Latin letters needs no font; one would take the place of the reader's own.
    if (!fonts || worn.has(tag) || (script === "Latn" && root.lang !== tag)) return line_height;
    worn.add(tag);
    for (const { file, weight, range, local = [] } of fonts) {
      const names = local.map((name) => `local("${name.replace(/["\\]/g, "")}")`);
      const url = new URL(file, `${location.origin}/locales/${tag}/`);
      const source = [...names, `url("${url}")`].join();
      const face = new FontFace("Motcua scripts", source, { weight, unicodeRange: range, display: "swap" });
      document.fonts.add(face);
    }
    return line_height;
  };
  const follow = async () => {
    const tag = root.lang;
    const dressed = locales.filter((locale) => locale.fonts).map((locale) => locale.tag);
    if (root.dataset.fonts) dressed.forEach(wear);
    const height = dressed.includes(tag) ? await wear(tag) : null;
    if (root.lang === tag) root.style.setProperty("--leading-script", height ?? "");
  };
  // The bar has each language in its own name, which must be read on any device: a font of these letters alone.
  for (const { tag, name, name_font } of locales) {
    if (!name_font) continue;
    const range = [...new Set(name)].map((letter) => `U+${letter.codePointAt(0).toString(16)}`).join();
    document.fonts.add(new FontFace("Motcua scripts", `url("${new URL(name_font, `${location.origin}/locales/${tag}/`)}")`, { weight: "100 900", unicodeRange: range, display: "swap" }));
  }
  new MutationObserver(follow).observe(root, { attributeFilter: ["lang", "data-fonts"] });
  follow();
};

// The app waits for this promise instead of asking again.
window.motcuaBeginning = Promise.all(
  ["/settings.json", "/locales/index.json"].map((file) => fetch(file).then((answer) => answer.text())),
);
window.motcuaBeginning.then(ahead).catch(() => {});

const stop = (id) => {
  const notice = document.getElementById(id);
  for (const element of document.body.children) element.hidden = element !== notice;
  notice.focus();
};

// A panic says so itself (src/lib.rs). Whatever else ends the app in the middle of its work, a trap in its WebAssembly or
// a stack that is full, leaves a page on which nothing happens any more.
const isDead = (error) =>
  error instanceof WebAssembly.RuntimeError || (/^(RangeError|InternalError)$/.test(error?.name) && /wasm/.test(error.stack));
addEventListener("error", ({ error }) => isDead(error) && stop("fatal"));
addEventListener("unhandledrejection", ({ reason }) => isDead(reason) && stop("fatal"));

const isTaken = (...sections) => WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, ...sections]));

// A function that uses what the app's code uses and browsers came to know last: sign extension, conversions that don't
// trap, several results; and reference types, which a browser of that age may know or not.
const canRun = () =>
  typeof WebAssembly === "object" &&
  isTaken(
    ...[1, 12, 2, 96, 1, 125, 2, 127, 127, 96, 1, 111, 1, 111, 3, 3, 2, 0, 1, 10, 18, 2],
    ...[11, 0, 32, 0, 252, 0, 192, 32, 0, 252, 0, 11, 4, 0, 32, 0, 11],
  );

// The WebAssembly of Safari before 16.4 makes mistakes on the way. It can be told by what it doesn't know: vectors
// of 128 bits, which the other browsers knew before they could run the app.
const isSafe = () => isTaken(1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11);

const OPENED = "motcua.opened-all-the-same";
const isOpened = () => {
  try {
    return localStorage.getItem(OPENED) !== null;
  } catch {
    return false;
  }
};

const begin = () =>
  import(js)
    .then((app) => app.default({ module_or_path: wasm }))
    .catch((error) => {
      console.error(error);
      stop("fatal");
    });

const offer = () => {
  const offered = document.getElementById("all-the-same");
  offered.hidden = false;
  offered.querySelector("button").addEventListener("click", () => {
    try {
      localStorage.setItem(OPENED, "");
    } catch {
      // It is asked again the next time.
    }
    document.getElementById("too-old").hidden = true;
    document.getElementById("opening").hidden = false;
    begin();
  });
};

if (canRun() && (isSafe() || isOpened())) begin();
else {
  stop("too-old");
  if (canRun()) offer();
}
