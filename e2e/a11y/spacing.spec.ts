// With the distances that a reader's own style asks for (WCAG 1.4.12), and with our own that go further:
// on every page of a form, with its errors, in every layout and size, nothing is cut off, sticks out or
// stands on something else, and what can be pressed is still large enough to hit.
import type { Page } from "@playwright/test";
import { LICENCE, RESIDENCE } from "../support/drafts.ts";
import { fits, spaceOut } from "../support/layout.ts";
import { setLook } from "../support/looks.ts";
import { alone, open, places, refuse, withEveryPage, without } from "../support/places.ts";
import { test } from "../support/test.ts";

test.describe.configure({ mode: "parallel" });

async function spacedOut(page: Page, what: string): Promise<void> {
  for (const text of [undefined, 400] as const) {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const way = `${what}, ${width} pixels, text ${text ?? 100} %`;
      // Letters that stand further apart: a small line has three at 400 %.
      const letters = text === 400 ? 3 : 7;
      await setLook(page, { text, spacing: true });
      await fits(page, `${way}, our distances`, letters);
      await setLook(page, { text });
      await spaceOut(page);
      await fits(page, `${way}, a reader's distances`, letters);
      await page.evaluate(() => (document.adoptedStyleSheets = []));
    }
  }
  await setLook(page, {});
}

for (const [name, code] of [
  ["temporary residence", RESIDENCE],
  ["driving licence", LICENCE],
] as const) {
  for (const step of places(code)) {
    test(`${name}: ${step.step.id}${step.row ? ", a row" : ""}, [58] [60] in steps and one question a page`, async ({ page, wizard, portal, residence, licence }) => {
      const draft = withEveryPage(code === RESIDENCE ? residence : licence);
      // With no file there is only the first question about files.
      const single = step.step.id === "documents" ? alone(step).slice(0, 1) : alone(step);
      for (const [place, query] of [[step, "?mode=steps"] as const, ...single.map((place) => [place, "?mode=one-question"] as const)]) {
        await open(page, wizard, portal.url, without(draft, place), place.path, query);
        if (!place.isFree) await refuse(wizard);
        await spacedOut(page, place.path);
      }
    });
  }
}
