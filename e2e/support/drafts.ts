// Drafts that a test begins with, put on its device as the app itself keeps them. They are files: the journeys
// that fill the same forms in compare what the app has kept with them.
import { createDecipheriv } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { now } from "./clock.ts";

export const RESIDENCE = "1.004194";
export const LICENCE = "3.000347";

interface Kept {
  procedure: string;
  saved_at?: number;
  revision?: string;
  draft: { version: string; answers: Record<string, unknown> };
}

const fixture = (code: string) => resolve(import.meta.dirname, `../fixtures/drafts/${code}.json`);

/** A complete draft, without files. */
export function draftOf(code: string): string {
  const kept = JSON.parse(readFileSync(fixture(code), "utf8")) as Kept;
  return JSON.stringify({ ...kept, saved_at: now() });
}

/** What the app has kept after a form was filled in, as `draftOf` has it; `UPDATE=1` writes it anew. */
export function sameAsFixture(text: string): { kept: unknown; fixture: unknown } {
  const { saved_at: _, revision: __, ...kept } = JSON.parse(text) as Kept;
  for (const id of Object.keys(kept.draft.answers)) if (id.startsWith("f_")) delete kept.draft.answers[id];
  const file = fixture(kept.procedure);
  if (process.env.UPDATE) writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return { kept: { ...kept, id: "" }, fixture: { ...(JSON.parse(readFileSync(file, "utf8")) as Kept), id: "" } };
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

/** Every draft of a procedure on the device of a page that shows the app, unlocked: guests' and those of accounts. */
export async function everybodysDrafts(page: Page, code: string): Promise<string[]> {
  const key = await page.evaluate(() => localStorage.getItem("motcua.key")!);
  const entries = await onDevice(page);
  return entries.filter(({ table, name }) => table === "drafts" && new RegExp(`^(@\\w+ )?${code}$`).test(name)).map(({ bytes }) => unlocked(bytes, key));
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

/** Puts a draft on the device of a page. What is open there is left: it would write its own draft again. */
export async function putDraft(page: Page, origin: string, draft: string): Promise<void> {
  const aside = `${origin}/icon.svg`;
  if (page.url() !== aside) await page.goto(aside);
  await page.evaluate(
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
}
