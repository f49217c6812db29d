// Every kind of address at nginx and Caddy, as the README configures them, is answered as the README says.
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { APP, Portal } from "../support/portal.ts";
import { expect, test } from "../support/test.ts";
import { caddy, nginx, type Server } from "./readme.ts";

interface Answer {
  status: number;
  /** Each header by its name in small letters, as often as it came. */
  headers: Record<string, string[]>;
  body: Buffer;
}

function ask(url: string, path: string, encoding = "br"): Promise<Answer> {
  return new Promise((done, failed) => {
    request(url + path, { headers: { "Accept-Encoding": encoding } }, (answer) => {
      const headers: Record<string, string[]> = {};
      for (let n = 0; n < answer.rawHeaders.length; n += 2) (headers[answer.rawHeaders[n]!.toLowerCase()] ??= []).push(answer.rawHeaders[n + 1]!);
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode!, headers, body: Buffer.concat(parts) }));
    })
      .on("error", failed)
      .end();
  });
}

const SAFE = [
  "content-security-policy",
  "permissions-policy",
  "x-content-type-options",
  "referrer-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
];

const [script, wasm, style, later] = [/^motcua-.*\.js$/, /^motcua-.*_bg\.wasm$/, /^motcua-.*\.css$/, /^later-.*\.wasm$/].map(
  (name) => `/${readdirSync(APP).find((file) => name.test(file))}`,
);
const FOREVER = "public, max-age=31536000, immutable";

/** Address, status, media type, how long it may be kept, and whether there is a compressed copy. */
const ADDRESSES: [string, number, RegExp, string, boolean][] = [
  ["/", 200, /^text\/html/, "no-cache", true],
  ["/index.html", 200, /^text\/html/, "no-cache", true],
  ["/preferences", 200, /^text\/html/, "no-cache", true],
  ["/procedures/3.000347", 200, /^text\/html/, "no-cache", true],
  ["/procedures/3.000347/apply/who?lang=en", 200, /^text\/html/, "no-cache", true],
  ["/procedures/3.000347-MP/review", 200, /^text\/html/, "no-cache", true],
  ["/dossiers/H00.00.00-261124-0001", 200, /^text\/html/, "no-cache", true],
  [script!, 200, /javascript/, FOREVER, true],
  [wasm!, 200, /^application\/wasm$/, FOREVER, true],
  [later!, 200, /^application\/wasm$/, FOREVER, true],
  [style!, 200, /^text\/css/, FOREVER, true],
  ["/boot.js", 200, /javascript/, "no-cache", true],
  ["/settings.json", 200, /^application\/json/, "no-cache", false],
  ["/icon.svg", 200, /^image\/svg\+xml/, "no-cache", true],
  ["/locales/index.json", 200, /^application\/json/, "no-cache", true],
  ["/locales/vi/messages.ftl", 200, /^(?!text\/html)/, "no-cache", true],
  ["/locales/km/fonts/noto-sans-khmer-400.woff2", 200, /font|octet-stream/, "no-cache", false],
  ["/locales/km/fonts/LICENSE-noto-sans-khmer.txt", 200, /^text\/plain/, "no-cache", true],
  ["/motcua-0123456789abcdef.js", 404, /./, "no-cache", false],
  ["/later-0123456789abcdef.wasm", 404, /./, "no-cache", false],
  ["/missing.js", 404, /./, "no-cache", false],
  ["/locales/vi/missing.ftl", 404, /./, "no-cache", false],
  ["/locales/vi/fonts/missing.woff2", 404, /./, "no-cache", false],
];

for (const [name, start] of [
  ["nginx", nginx],
  ["Caddy", caddy],
] as const) {
  test.describe(name, () => {
    let portal: Portal;
    let server: Server;

    test.beforeAll(async () => {
      portal = await Portal.start();
      server = await start(portal.url);
    });

    test.afterAll(async () => {
      await server?.end();
      await portal?.end();
    });

    for (const [path, status, type, caching, isCompressed] of ADDRESSES) {
      test(`${path.replace(/(?<=-)[0-9a-f]{16}/, "<hash>")}: ${status}`, async () => {
        const answer = await ask(server.url, path);
        expect(answer.status).toBe(status);
        if (status === 200) expect(answer.headers["content-type"]?.join()).toMatch(type);
        else expect(answer.body.toString()).not.toContain("<title>Motcua</title>");
        // A server may say nothing of how long an error may be kept: nobody keeps it then.
        if (status === 200 || answer.headers["cache-control"]) expect(answer.headers["cache-control"]).toEqual([caching]);
        if (isCompressed) {
          expect(answer.headers["content-encoding"]).toEqual(["br"]);
          expect(answer.headers.vary?.join()).toMatch(/accept-encoding/i);
          const plain = await ask(server.url, path, "identity");
          expect(plain.headers["content-encoding"]).toBeUndefined();
          expect(plain.body.length).toBeGreaterThan(answer.body.length);
        }
        for (const header of SAFE) if (status === 200) expect(answer.headers[header], header).toHaveLength(1);
      });
    }

    test("the portal's answers come through as they are, each header once", async () => {
      const [here, there] = [await ask(server.url, "/api/portal"), await ask(portal.url, "/api/portal")];
      expect(here.status).toBe(200);
      expect(here.body.equals(there.body)).toBe(true);
      // Vary is a list, which may stand on several lines.
      for (const [header, values] of Object.entries(here.headers)) if (header !== "vary") expect(values, header).toHaveLength(1);
      for (const header of SAFE) expect(here.headers[header]).toEqual(there.headers[header]);
    });

    test("the app opens, and nothing is logged", async ({ page, wizard }) => {
      await page.goto(`${server.url}/procedures/3.000347/apply/who?lang=km`);
      await expect(wizard.heading).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await page.goto(`${server.url}/procedures/3.000347`);
      await expect(wizard.heading).toHaveText(/./);
    });
  });
}
