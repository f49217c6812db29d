// How a page fits: what sticks out, what is cut off, what is too small to hit.
import { expect, type Page } from "@playwright/test";
import { IS_EXHAUSTIVE } from "./extent.ts";
import { setLook } from "./looks.ts";

interface Fit {
  /** Text and controls that stick out of the window; the page scrolls sideways. */
  outside: string[];
  /** Short words that stand on two lines: their column is too narrow to read. */
  broken: string[];
  /** Boxes that hide a part of their text. */
  cut: string[];
  /** Texts that stand on each other. */
  overlapping: string[];
  /** Things to press that are less than 44 CSS pixels high or wide. A link within a sentence is no such thing (WCAG 2.5.8). */
  small: string[];
}

const FITS: Fit = { outside: [], broken: [], cut: [], overlapping: [], small: [] };

/**
 * Nothing scrolls sideways, sticks out, is cut off, stands on something else or is too small to hit, and no word of at most so
 * many letters is broken. The longest syllable of Vietnamese, "nghiêng", has seven.
 */
export async function fits(page: Page, what: string, letters = 7): Promise<void> {
  expect.soft(await measure(page, letters), what).toEqual(FITS);
}

function measure(page: Page, letters: number): Promise<Fit> {
  return page.evaluate((letters) => {
    const root = document.documentElement;
    const fit: Fit = { outside: [], broken: [], cut: [], overlapping: [], small: [] };
    const sticksOut = ({ left, right, width }: DOMRect) => width > 0 && (left < -1 || right > root.clientWidth + 1);
    const isSeen = (element: Element) =>
      !element.closest(".slot:not([data-slot=shown]), .visually-hidden, .skip:not(:focus)") && element.checkVisibility();
    const name = (element: Element) => {
      const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
      return `<${element.tagName.toLowerCase()}${element.id && ` id=${element.id}`}> ${text.slice(0, 60)}`.trim();
    };

    const inked: { box: DOMRect; parent: Element }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      const parent = text.parentElement;
      if (!parent || !text.data.trim() || parent.matches("script, style, noscript") || !isSeen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const boxes = [...range.getClientRects()];
      if (boxes.some(sticksOut)) fit.outside.push(name(parent));
      // A list that is open lies over the page on purpose. A box of text is higher than its letters are.
      if (!parent.closest(".combobox-list")) {
        inked.push(...boxes.map(({ x, y, width, height }) => ({ box: new DOMRect(x, y + height / 5, width, (height * 3) / 5), parent })));
      }
      // A text on one line breaks no word.
      if (boxes.length < 2) continue;
      for (const { 0: word, index } of text.data.matchAll(/(?<![\p{L}\p{M}\d./-])[\p{L}\p{M}]{2,}(?![\p{L}\p{M}\d./-])/gu)) {
        if (word.normalize("NFC").length > letters) continue;
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) {
          fit.broken.push(`${word} in ${name(parent)}`);
          break;
        }
      }
    }
    inked.sort((one, other) => one.box.top - other.box.top);
    for (const [n, { box, parent }] of inked.entries()) {
      for (const other of inked.slice(n + 1)) {
        if (other.box.top > box.bottom - 1) break;
        if (other.box.left < box.right - 1 && other.box.right > box.left + 1) fit.overlapping.push(`${name(parent)} and ${name(other.parent)}`);
      }
    }
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.childElementCount && isSeen(element) && sticksOut(element.getBoundingClientRect())) fit.outside.push(name(element));
    }
    if (root.scrollWidth > root.clientWidth && !fit.outside.length) fit.outside.push("something without a name");

    for (const element of document.body.querySelectorAll("*")) {
      if (!isSeen(element) || element.matches("input, textarea, select, progress, option")) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const wide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (wide || high) fit.cut.push(name(element));
    }

    const isInSentence = (link: Element) => {
      let block = link.parentElement;
      while (block && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
      const letters = (text: string | null) => (text ?? "").replace(/[^\p{L}]/gu, "").length;
      return getComputedStyle(link).display === "inline" && letters(block?.textContent ?? "") > letters(link.textContent);
    };
    for (const target of document.body.querySelectorAll("a[href], button, input, textarea, select, summary, [role=option]")) {
      if (!isSeen(target) || (target.matches("a") && isInSentence(target))) continue;
      const boxes = [target, ...((target as HTMLInputElement).labels ?? [])].map((element) => element.getBoundingClientRect());
      const isOption = target.matches("[type=radio], [type=checkbox]");
      const [height, width] = (["height", "width"] as const).map((side) =>
        isOption ? Math.max(...boxes.map((box) => box[side])) : boxes[0]![side],
      ) as [number, number];
      if (height < 43.5 || width < 43.5) fit.small.push(`${name(target)}: ${Math.round(width)} x ${Math.round(height)}`);
    }
    return fit;
  }, letters);
}

/** What a reader's own style may ask for, and nothing may be lost (WCAG 1.4.12). */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}

export const SMALL = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

/** The letters of the longest word that a line still has room for: at 400 % it has four and a half ems. */
const letters = (text: number | undefined, isSpaced: boolean) => (text === 400 ? (isSpaced ? 3 : 4) : 7);

interface Way {
  viewport: { width: number; height: number };
  text?: 200 | 400;
  distances?: "a reader's" | "ours";
}

/** Ways of looking at a page: where there is least room, and where the most. */
const WAYS: Way[] = [
  { viewport: SMALL },
  { viewport: SMALL, text: 200 },
  { viewport: SMALL, text: 400 },
  { viewport: SMALL, text: 400, distances: "a reader's" },
  { viewport: SMALL, text: 400, distances: "ours" },
  { viewport: WIDE },
  { viewport: WIDE, text: 400, distances: "a reader's" },
];

/** What lies between them. */
const MORE: Way[] = [
  { viewport: SMALL, distances: "a reader's" },
  { viewport: SMALL, distances: "ours" },
  { viewport: WIDE, text: 200 },
  { viewport: WIDE, text: 400 },
  { viewport: WIDE, distances: "a reader's" },
  { viewport: WIDE, distances: "ours" },
  { viewport: WIDE, text: 400, distances: "ours" },
];

/**
 * The same page in each way of looking at it: wide and narrow, with text of three sizes, with our own wider spacing and
 * with the distances that a reader's style asks for.
 */
export async function everyWay(page: Page, what: string): Promise<void> {
  for (const { viewport, text, distances } of IS_EXHAUSTIVE ? [...WAYS, ...MORE] : WAYS) {
    await page.setViewportSize(viewport);
    await setLook(page, { text, spacing: distances === "ours" });
    if (distances === "a reader's") await spaceOut(page);
    const way = `${what}, ${viewport.width} pixels, text ${text ?? 100} %${distances ? `, ${distances} distances` : ""}`;
    await fits(page, way, letters(text, Boolean(distances)));
    if (distances === "a reader's") await page.evaluate(() => (document.adoptedStyleSheets = []));
  }
  await setLook(page, {});
}
