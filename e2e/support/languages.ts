// Languages beside the built app, and the check that every text says which one it is in.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { APP } from "./portal.ts";

/** The built app with two languages more, made from English: `cargo xtask e2e` puts it there. */
export const PSEUDO_APP = process.env.PSEUDO_APP ?? resolve(import.meta.dirname, "../../target/app-with-pseudo");

/** A copy of the built app, as an operator has it: folders can be put into it. */
export function copyOfApp(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "motcua-app-"));
  cpSync(APP, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Adds a line to the list of languages. */
export function list(app: string, entry: object): void {
  const file = join(app, "locales/index.json");
  const entries = JSON.parse(readFileSync(file, "utf8")) as object[];
  writeFileSync(file, JSON.stringify([...entries, entry]));
  rmSync(`${file}.br`, { force: true });
}

/** How a text of a language looks; others are in another one. */
const LOOKS: Record<string, string> = {
  // Letters that only Vietnamese has.
  // Names of Vietnamese offices, places and laws stand in English sentences (WCAG 3.1.2).
  en: "\\b[A-Za-z]{2,}\\b|đồng",
  km: "[\\u1780-\\u17ff]",
  "zh-Hant": "[\\u4e00-\\u9fff]",
  "en-XA": "[⟦⟧]",
  "ar-XB": "\\u202e",
};

/**
 * Texts that are not in the language that they say they are in. A text of figures and signs alone, a code,
 * and what somebody typed belong to no language.
 */
export async function unsaid(page: Page): Promise<string[]> {
  return page.evaluate((looks) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent!.trim();
      const element = node.parentElement!;
      // A language in the bar is named in itself.
      if (!/\p{L}{2}/u.test(text) || element.closest("a[hreflang]") || element.closest("bdi, script, style, #opening, #fatal, #too-old, [data-slot=leaving]")) continue;
      // Official numbers of papers and procedures.
      if (/^[\p{Lu}\d./:;,·\s-]+$/u.test(text)) continue;
      const lang = element.closest("[lang]")!.getAttribute("lang")!;
      const look = looks[lang];
      if (look && !new RegExp(look, "u").test(text)) found.push(`${lang}: ${text}`);
    }
    return found;
  }, LOOKS);
}

/** Vietnamese on an English page that does not say that it is. Names of things may (WCAG 3.1.2). */
export async function unsaidVietnamese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode as Text;
      const isElsewhere = parentElement!.closest("bdi, [data-slot=leaving], [role=status]") || parentElement!.closest("[lang]")!.getAttribute("lang") === "vi";
      if (!parentElement!.checkVisibility() || isElsewhere) continue;
      if (/[ăâđêôơư\u1ea0-\u1ef9]/i.test(data.replace(/đồng|Bộ phận Một cửa|^For example, .*/g, ""))) found.push(data);
    }
    return found;
  });
}
