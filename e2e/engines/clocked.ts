// The app as tests have it, for browsers that no test can put a script into: the page's start script sets the
// clock of the tests first, and tells what the page logs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLOCK } from "../support/clock.ts";
import { APP } from "../support/portal.ts";
import { BadNetwork } from "../support/proxy.ts";

const LOG = "/logged?";

/** In the page. */
function listen(address: string): void {
  const tell = (...what: unknown[]) =>
    void navigator.sendBeacon(address + encodeURIComponent(what.map(String).join(" ").slice(0, 1000)));
  for (const level of ["error", "warn"] as const) {
    const log = console[level];
    console[level] = (...what: unknown[]) => {
      tell(...what);
      log(...what);
    };
  }
  addEventListener("error", ({ message }) => tell(message));
  addEventListener("unhandledrejection", ({ reason }) => tell("rejected:", reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => tell(violatedDirective, blockedURI));
}

export interface Clocked {
  url: string;
  /** What the pages have logged. */
  logged: string[];
  end: () => Promise<void>;
}

export async function clocked(portal: string): Promise<Clocked> {
  const body = `${CLOCK}(${listen})(${JSON.stringify(LOG)});${readFileSync(join(APP, "boot.js"), "utf8")}`;
  const logged: string[] = [];
  const network = await BadNetwork.before(portal);
  network.rule = (_, path) => {
    if (path === "/boot.js") return { kind: "answer", status: 200, type: "text/javascript", body };
    if (!path.startsWith(LOG)) return undefined;
    logged.push(decodeURIComponent(path.slice(LOG.length)));
    return { kind: "answer", status: 204, body: "" };
  };
  return { url: network.url, logged, end: () => network.end() };
}
