// The browsers that are no Chromium of today, where they are installed.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "./browser.ts";
import { puppeteer } from "./puppeteer.ts";
import { screen, webdriver } from "./webdriver.ts";

export interface Engine {
  name: string;
  /** What it needs on this computer. */
  needs: string[];
  start: () => Promise<Browser>;
}

const VIETNAMESE = { LANG: "vi_VN.UTF-8", LANGUAGE: "vi", TZ: "Asia/Ho_Chi_Minh" };
const LIBRARIES = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`;
const GTK = `${LIBRARIES}/webkit2gtk-4.1/MiniBrowser`;
const WPE = `${LIBRARIES}/wpe-webkit-1.1/MiniBrowser`;
const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
/** bin/chromium.br of the npm package @sparticuz/chromium 103, unpacked. */
const OLD_CHROMIUM = process.env.OLD_CHROMIUM ?? "OLD_CHROMIUM";
const WEBKIT = {
  ...VIETNAMESE,
  // Its sandbox refuses root, as whom this runs in a container.
  ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" }),
};

export const ENGINES: Engine[] = [
  {
    name: "Firefox ESR",
    needs: [FIREFOX, "puppeteer-core"],
    start: () =>
      puppeteer({
        browser: "firefox",
        executablePath: FIREFOX,
        extraPrefsFirefox: { "intl.accept_languages": "vi-VN, vi" },
        env: { ...process.env, ...VIETNAMESE },
      }),
  },
  {
    name: "WebKitGTK",
    needs: ["/usr/bin/WebKitWebDriver", GTK, "/usr/bin/Xvfb"],
    start: async () => {
      const { display, end } = await screen();
      const browser = await webdriver({
        program: "/usr/bin/WebKitWebDriver",
        options: "webkitgtk:browserOptions",
        browser: { binary: GTK, args: ["--automation"] },
        environment: { ...WEBKIT, DISPLAY: display, GDK_BACKEND: "x11" },
      }).catch((error: unknown) => {
        end();
        throw error;
      });
      return { ...browser, close: () => browser.close().finally(end) };
    },
  },
  {
    name: "Chromium 103",
    needs: [OLD_CHROMIUM, "puppeteer-core"],
    start: () =>
      puppeteer(
        {
          executablePath: OLD_CHROMIUM,
          args: ["--no-sandbox", "--disable-gpu", "--lang=vi-VN"],
          // A locale that is not installed takes it the names of files that are not ASCII.
          env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: VIETNAMESE.TZ },
        },
        // With it, a page of the app that is left never goes, here; why is not known.
        { cache: false },
      ),
  },
];

/** The WebKit of Safari 16.0: one of those that are too old. */
export const OLD_WEBKIT: Engine = {
  name: "WPE WebKit",
  needs: ["/usr/bin/WPEWebDriver", WPE],
  start: () =>
    webdriver({
      program: "/usr/bin/WPEWebDriver",
      options: "wpe:browserOptions",
      browser: { binary: WPE, args: ["--automation", "--headless"] },
      environment: { ...WEBKIT },
    }),
};

/** What of it is not installed. */
export function missing({ needs }: Engine): string[] {
  const { resolve } = createRequire(import.meta.url);
  return needs.filter((one) => {
    if (one.startsWith("/")) return !existsSync(one);
    try {
      return !resolve(one);
    } catch {
      return true;
    }
  });
}
