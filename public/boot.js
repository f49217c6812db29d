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

const ahead = (text) => {
  const { portal, locales } = JSON.parse(text);
  const language = (tag) => tag.split("-")[0].toLowerCase();
  const wanted = [new URLSearchParams(location.search).get("lang"), remembered(), ...navigator.languages];
  const known = (tag) => tag && locales.find((locale) => language(locale.tag) === language(tag));
  const locale = known(wanted.find(known)) || locales[0];
  preload(`/locales/${locale.tag}/messages.ftl`);
  if (locale !== locales[0]) preload(`/locales/${locales[0].tag}/messages.ftl`);
  preload(`${portal}/portal`);
  const procedure = /^\/procedures\/([^/]+)/.exec(location.pathname);
  if (procedure) preload(`${portal}/procedures/${procedure[1]}`);
  if (location.pathname === "/" && !location.search) preload(`${portal}/procedures?q=`);
};

// The app waits for this promise instead of asking again.
window.motcuaSettings = fetch("/settings.json").then((answer) => answer.text());
window.motcuaSettings.then(ahead).catch(() => {});

const stop = (notice) => {
  document.getElementById("opening").hidden = true;
  document.getElementById(notice).hidden = false;
};

// A module of one function that uses what the app's code uses and browsers came to know last: sign
// extension, conversions that don't trap, several results, reference types.
const newest = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 12, 2, 96, 1, 125, 2, 127, 127, 96, 1, 111, 1, 111, 3, 3, 2, 0, 1, 10, 18, 2, 11, 0, 32,
  0, 252, 0, 192, 32, 0, 252, 0, 11, 4, 0, 32, 0, 11,
];
const isOld = () => typeof WebAssembly !== "object" || !WebAssembly.validate(new Uint8Array(newest));

import(js)
  .then((app) => app.default({ module_or_path: wasm }))
  .catch((error) => {
    console.error(error);
    stop(isOld() ? "too-old" : "fatal");
  });
