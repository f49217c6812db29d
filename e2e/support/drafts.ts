// Drafts that a test begins with: made once per worker by filling the form in, then put on the device
// of each test as the app itself keeps them.
import { createDecipheriv } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { fillDrivingLicence, fillTemporaryResidence } from "../journeys/sample.ts";
import { Wizard } from "../pages/wizard.ts";
import type { Files } from "./files.ts";

export const RESIDENCE = "1.004194";
export const LICENCE = "3.000347";

/** Temporary residence, complete, without files. */
export async function makeResidence(browser: Browser, url: string, files: Files): Promise<string> {
  return made(browser, url, RESIDENCE, (wizard) => fillTemporaryResidence(wizard, files));
}

/** The driving licence exchange, complete but for its files. */
export async function makeLicence(browser: Browser, url: string, files: Files): Promise<string> {
  return withoutFiles(await made(browser, url, LICENCE, (wizard) => fillDrivingLicence(wizard, files)));
}

async function made(browser: Browser, url: string, code: string, fill: (wizard: Wizard) => Promise<void>): Promise<string> {
  const context = await browser.newContext({ baseURL: url, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const page = await context.newPage();
  await page.goto(`/procedures/${code}/apply`);
  await fill(new Wizard(page));
  const draft = await keptDraft(page, code);
  await context.close();
  if (draft === undefined) throw new Error(`no draft of ${code} was kept`);
  return draft;
}

function withoutFiles(text: string): string {
  const kept = JSON.parse(text);
  const { answers } = kept.draft;
  for (const id of Object.keys(answers)) if (id.startsWith("f_")) delete answers[id];
  return JSON.stringify(kept);
}

/** The draft of a procedure on the device of a page that shows the app, unlocked. */
export async function keptDraft(page: Page, code: string): Promise<string | undefined> {
  const entries = await onDevice(page);
  const entry = entries.find(({ table, name }) => table === "drafts" && name === code);
  if (!entry) return undefined;
  const text = Buffer.from(entry.bytes).toString("utf8");
  // What a test has put there is not locked until the app writes it.
  return text.startsWith("{") ? text : unlocked(entry.bytes, await page.evaluate(() => localStorage.getItem("motcua.key")!));
}

/** What was locked with a key in hexadecimal digits (src/platform/vault.rs). */
export function unlocked(locked: number[], key: string): string {
  const bytes = Buffer.from(locked);
  const cipher = createDecipheriv("chacha20-poly1305", Buffer.from(key.slice(0, 64), "hex"), bytes.subarray(-12), { authTagLength: 16 });
  cipher.setAuthTag(bytes.subarray(-28, -12));
  return Buffer.concat([cipher.update(bytes.subarray(0, -28)), cipher.final()]).toString("utf8");
}

/** All that the app has on a device, as it stands there. A text that is not locked is given as its bytes too. */
export async function onDevice(page: Page): Promise<{ table: string; name: string; bytes: number[] }[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("motcua", 1));
    const found = [];
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [names, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      for (const [n, value] of values.entries()) {
        const bytes = await new Response(value).arrayBuffer();
        found.push({ table, name: String(names[n]), bytes: [...new Uint8Array(bytes)] });
      }
    }
    database.close();
    return found;
  });
}

/** Puts a draft on the device of a page, before the app opens there. */
export async function putDraft(page: Page, origin: string, draft: string): Promise<void> {
  const aside = await page.context().newPage();
  await aside.goto(`${origin}/icon.svg`);
  await aside.evaluate(
    ([code, draft]) =>
      new Promise<void>((done, failed) => {
        const open = indexedDB.open("motcua", 1);
        open.onupgradeneeded = () => {
          for (const table of ["drafts", "files", "uploads", "dossiers"]) open.result.createObjectStore(table);
        };
        open.onerror = () => failed(open.error);
        open.onsuccess = () => {
          const change = open.result.transaction("drafts", "readwrite");
          change.objectStore("drafts").put(draft, code);
          change.onabort = () => failed(change.error);
          change.oncomplete = () => {
            open.result.close();
            done();
          };
        };
      }),
    [JSON.parse(draft).procedure as string, draft] as const,
  );
  await aside.close();
}
