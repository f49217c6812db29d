// Drafts that a test begins with: made once per worker by filling the form in, then put on the device
// of each test as the app itself keeps them.
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

/** The draft of a procedure on the device of a page that shows the app. */
export async function keptDraft(page: Page, code: string): Promise<string | undefined> {
  return page.evaluate(
    (code) =>
      new Promise<string | undefined>((done, failed) => {
        const open = indexedDB.open("motcua", 1);
        open.onerror = () => failed(open.error);
        open.onsuccess = () => {
          const get = open.result.transaction("drafts").objectStore("drafts").get(code);
          get.onerror = () => failed(get.error);
          get.onsuccess = () => {
            open.result.close();
            done(get.result);
          };
        };
      }),
    code,
  );
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
