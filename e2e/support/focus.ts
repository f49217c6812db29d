// Where Tab leads on a page, and what is seen there.
import { expect, type Page } from "@playwright/test";

export interface Stop {
  what: string;
  /** Width of the ring, in CSS pixels. */
  ring: number;
  /** Contrast of the ring with what is behind it, 1 to 21. */
  contrast: number;
  /** A part of it is under something else, or out of view though it could be in view as a whole. */
  isCovered: boolean;
  /** A side of its ring is out of view, though all of it could be seen. */
  isCutOff: boolean;
}

/** Contrast of two colours (WCAG 2.2, "contrast ratio"); for use within a page. */
const CONTRAST = `(one, other) => {
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}`;

/** Presses Tab from the top of the page until it leads out of it. */
export async function everyStop(page: Page): Promise<Stop[]> {
  await page.evaluate(listen, CONTRAST);
  const controls = await reachable(page);
  for (let round = 0; round < 10; round++) {
    for (let n = 0; n <= controls; n++) await page.keyboard.press("Tab");
    const stops = await page.evaluate(() => (window as unknown as Walked).everyStop());
    if (stops) return stops;
  }
  throw new Error("Tab never leads out of the page");
}

interface Walked {
  /** What Tab has led to, once it has led out of the page. */
  everyStop: () => Stop[] | undefined;
}

/** Within the page: begins at its top, and looks at what has the focus each time that Tab comes up. */
function listen(source: string): void {
  const contrast = (0, eval)(source) as (one: number[], other: number[]) => number;
  const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const here = (element: Element): Stop => {
    const style = getComputedStyle(element);
    let behind = element.parentElement;
    while (behind && parts(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
    const ground = behind ? parts(getComputedStyle(behind).backgroundColor) : [255, 255, 255];
    const ring = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    const room = ring ? parseFloat(style.outlineOffset) + ring : 0;
    const box = element.getBoundingClientRect();
    const fitsIn = box.height + 2 * room <= innerHeight;
    const isIn = (room: number) => box.top - room >= -0.5 && box.bottom + room <= innerHeight + 0.5;
    const seen = (x: number, y: number) => {
      const top = document.elementFromPoint(x, y);
      return !top || element.contains(top) || top.contains(element);
    };
    const points = element.getClientRects();
    const isOver = [...points].some(({ left, right, top, bottom, width, height }) =>
      [left + width / 2, left + 2, right - 2].some((x) => [top + height / 2, top + 2, bottom - 2].some((y) => !seen(x, y))),
    );
    return {
      what: `${element.tagName.toLowerCase()} ${element.id || element.textContent!.replace(/\s+/g, " ").trim().slice(0, 50)}`,
      ring,
      contrast: contrast(parts(style.outlineColor).slice(0, 3), ground.slice(0, 3)),
      isCovered: (fitsIn && !isIn(0)) || isOver,
      isCutOff: fitsIn && !isIn(room),
    };
  };

  const stops: Stop[] = [];
  let isOut = false;
  // A key comes up where the focus has gone to: behind the last control that is the page itself.
  const look = ({ key }: KeyboardEvent) => {
    const element = document.activeElement;
    if (key !== "Tab" || isOut) return;
    isOut = !element || element === document.body;
    if (isOut) return removeEventListener("keyup", look, true);
    stops.push(here(element!));
  };
  addEventListener("keyup", look, true);
  (window as unknown as Walked).everyStop = () => (isOut ? stops : undefined);

  // Where Tab begins.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
}

/** How many things can be pressed or typed into. Radios of a group are one: Tab leads to one of them. */
export async function reachable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, textarea, select, summary, [tabindex='0']")]
      .filter((element) => !element.closest(".slot:not([data-slot=shown])"))
      .filter((element) => element.matches(".skip") || element.checkVisibility({ visibilityProperty: true }));
    const groups = new Set<string>();
    return all.filter((element) => {
      if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
      if (groups.has(element.name)) return false;
      groups.add(element.name);
      return true;
    }).length;
  });
}

/** Wherever Tab leads, a ring is seen, it stands out, nothing lies over it, and nothing that can be used is left out. */
export async function isSeenEverywhere(page: Page, what: string): Promise<void> {
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  const stops = await everyStop(page);
  expect.soft(stops.filter(({ ring }) => ring < 2), `${what}: a ring of 2 pixels or more`).toEqual([]);
  expect.soft(stops.filter(({ contrast }) => contrast < 3), `${what}: a ring that stands out`).toEqual([]);
  expect.soft(stops.filter(({ isCovered }) => isCovered), `${what}: nothing lies over it`).toEqual([]);
  expect.soft(stops.length, `${what}: every control`).toBe(await reachable(page));
}
