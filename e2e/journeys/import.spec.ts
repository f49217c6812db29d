// Two hundred vehicles from a table, and a table with mistakes that are put right row by row.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { announced, listen } from "../support/announced.ts";
import { noViolations } from "../support/axe.ts";
import { now } from "../support/clock.ts";
import { putDraft } from "../support/drafts.ts";
import { Keys } from "../support/keys.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import type { Wizard } from "../pages/wizard.ts";

const BADGE = "2.002288";
const LIST = "Danh sách xe";
const answers = resolve(import.meta.dirname, "../../crates/procedure/fixtures/answers");
const path = (name: string) => resolve(answers, `${BADGE}-${name}.csv`);
const csv = (name: string) => readFileSync(path(name), "utf8");

/** A draft that has come as far as the list of vehicles. */
function draft(): string {
  const sent = JSON.parse(readFileSync(resolve(answers, `${BADGE}.json`), "utf8"));
  const definition = JSON.parse(readFileSync(resolve(answers, `../procedures/${BADGE}.json`), "utf8"));
  const given: Record<string, unknown> = {};
  const confirmed: string[] = [];
  for (const step of definition.steps) {
    if (step.id === "vehicles") break;
    for (const { id, kind } of step.fields) {
      confirmed.push(id);
      const value = sent[id];
      if (value === undefined) continue;
      if (kind === "date") {
        const [year = "", month = "", day = ""] = value.split("-");
        given[id] = { date: { day, month, year } };
      } else if (kind === "address") given[id] = { address: value };
      else if (kind === "yes-no") given[id] = { text: value ? "yes" : "no" };
      else if (kind === "choices") given[id] = { many: value };
      else given[id] = { text: String(value) };
    }
  }
  confirmed.sort();
  return JSON.stringify({
    id: "import",
    procedure: BADGE,
    name: { vi: "Phù hiệu" },
    step: { vi: LIST },
    saved_at: now(),
    draft: { version: definition.version, answers: given, confirmed },
    pending: null,
  });
}

function result(wizard: Wizard) {
  return wizard.shown.getByRole("group", { name: /dòng vào danh sách$/ });
}

test.beforeEach(async ({ page, portal, wizard }) => {
  await listen(page);
  await putDraft(page, portal.url, draft());
  await page.goto(`/procedures/${BADGE}/apply/vehicles`);
  await wizard.at(LIST);
});

// [29] [36]
test("two hundred rows by keyboard alone", async ({ page, wizard }) => {
  const keys = new Keys(page);
  const { shown } = wizard;
  const rows = shown.locator("ul.rows > li");
  await noViolations(page, "before");

  await test.step("the table is pasted, and what came of it gets the focus", async () => {
    const fold = shown.locator("summary", { hasText: words("import-title") });
    await keys.enter(fold);
    await noViolations(page, "unfolded");
    await keys.tabTo(shown.getByLabel(words("import-text")));
    await page.keyboard.insertText(csv("200-rows"));
    await keys.enter(shown.getByRole("button", { name: words("import-take") }));
    await expect(result(wizard)).toBeFocused();
    await expect(result(wizard)).toContainText("Đã đưa 200 dòng vào danh sách");
    await expect(result(wizard)).toContainText(words("import-all-right"));
    await noViolations(page, "all rows");
  });

  await test.step("all rows are there, twenty at a time", async () => {
    for (let part = 0; part < 10; part++) {
      const [from, to] = [part * 20 + 1, part * 20 + 20];
      const heading = shown.getByRole("heading", { name: words("rows-part", { item: "Xe", from, to, of: 200 }) });
      await expect(heading).toBeVisible();
      await expect(rows).toHaveCount(20);
      await expect(rows.first()).toContainText(`Xe ${from}: `);
      if (part > 0) await expect(heading).toBeFocused();
      if (part < 9) await keys.enter(shown.getByRole("button", { name: words("rows-next") }));
    }
    await expect(shown.getByRole("button", { name: words("rows-next") })).toHaveCount(0);
    await noViolations(page, "the last rows");
  });

  await test.step("who comes back from a row finds the same part", async () => {
    await keys.enter(shown.getByRole("link", { name: /^Sửa: Xe 200: / }));
    await wizard.movedTo("Xe 200");
    await keys.enter(shown.getByRole("button", { name: words("continue"), exact: true }));
    await wizard.movedTo(LIST);
    await expect(rows.first()).toContainText("Xe 181: ");
  });

  await test.step("and goes on", async () => {
    await keys.enter(shown.getByRole("button", { name: words("continue"), exact: true }));
    await wizard.movedTo("Nội dung đề nghị");
  });
});

// [66]
test("mistakes are told row by row, put right, and the import can be undone", async ({ page, wizard }) => {
  const { shown } = wizard;
  const box = result(wizard);
  const rows = shown.locator("ul.rows > li");

  await test.step("a file with mistakes", async () => {
    await shown.locator("summary", { hasText: words("import-title") }).click();
    await shown.getByLabel(words("import-file"), { exact: true }).setInputFiles(path("mistakes"));
    await announced(page, words("import-file-read", { name: `${BADGE}-mistakes.csv` }));
    await expect(shown.getByLabel(words("import-text"))).toHaveValue(/29A-12/);
    await shown.getByRole("button", { name: words("import-take") }).click();
    await expect(box).toBeFocused();
    await expect(box).toContainText("Đã đưa 12 dòng vào danh sách");
    await expect(box).toContainText(words("import-wrong", { n: 10 }));
    await expect(rows).toHaveCount(12);
    await noViolations(page, "with mistakes");
  });

  await test.step("a line leads to its row; put right, it is off the list", async () => {
    await box.getByRole("link", { name: /^Xe 1: Biển số: / }).click();
    await wizard.at("Xe 1");
    const plate = shown.getByLabel("Biển số", { exact: true });
    await expect(plate).toBeFocused();
    await expect(plate).toHaveValue("29A-12");
    await expect(plate).toHaveAttribute("aria-invalid", "true");
    await expect(plate).toHaveAccessibleDescription(/biển số/i);
    await noViolations(page, "a row that is wrong");
    await wizard.fill("Biển số", "29A-002.01");
    await wizard.goOn();
    await wizard.movedTo(LIST);
    await expect(box).toContainText(words("import-wrong", { n: 9 }));
    await expect(box.getByRole("link", { name: /^Xe 1: / })).toHaveCount(0);
    await expect(rows.first()).not.toContainText(words("row-incomplete"));
  });

  await test.step("what a table had that is none of the choices is said where one is chosen", async () => {
    await box.getByRole("link", { name: /^Xe 3: Loại phù hiệu: / }).click();
    await wizard.at("Xe 3");
    await expect(shown.getByRole("group", { name: /Loại phù hiệu/ }).getByRole("radio").first()).toBeFocused();
    const stood = words("choice-not-offered", { text: "XE CÔNG NGHỆ" });
    await expect(shown.getByText(stood)).toBeVisible();
    await expect(shown.locator("input:focus")).toHaveAccessibleDescription(new RegExp(stood));
    await noViolations(page, "none of the choices");
    await page.goBack();
    await wizard.at(LIST);
  });

  await test.step("more rows at the end; only those that need something", async () => {
    await shown.locator("summary", { hasText: words("import-title") }).click();
    await shown.getByLabel(words("import-text")).fill(csv("200-rows"));
    await shown.getByRole("radio", { name: words("import-append") }).check();
    await shown.getByRole("button", { name: words("import-take") }).click();
    await expect(box).toBeFocused();
    await expect(box).toContainText(words("import-no-room", { n: 12 }));
    await shown.getByRole("checkbox", { name: words("rows-only-to-do") }).check();
    await announced(page, "Đang hiện 9 mục.");
    await expect(rows).toHaveCount(9);
    await noViolations(page, "only those that need something");
  });

  await test.step("a line of the error summary brings its row back", async () => {
    await shown.getByRole("checkbox", { name: words("rows-only-to-do") }).uncheck();
    await shown.getByRole("button", { name: words("rows-next") }).click();
    await wizard.goOn();
    await expect(wizard.summary).toBeFocused();
    await wizard.summary.getByRole("link").first().click();
    await expect(shown.getByRole("link", { name: /^Sửa: Xe 2: / })).toBeFocused();
  });

  await test.step("undo takes the last rows away and leaves what was put right", async () => {
    await shown.getByRole("button", { name: words("import-undo") }).click();
    await announced(page, words("import-undone"));
    await expect(shown.locator("summary", { hasText: words("import-title") })).toBeFocused();
    await expect(box).toHaveCount(0);
    await expect(rows).toHaveCount(12);
    await expect(rows.first()).toContainText("29A-002.01");
  });
});

// [67]
test("what cannot be read changes nothing; the table to fill in is a file", async ({ page, wizard, files }) => {
  const { shown } = wizard;
  const text = shown.getByLabel(words("import-text"));
  await shown.locator("summary", { hasText: words("import-title") }).click();

  await shown.getByRole("button", { name: words("import-take") }).click();
  await expect(text).toBeFocused();
  await expect(text).toHaveAccessibleDescription(new RegExp(words("import-empty")));
  await shown.getByLabel(words("import-file"), { exact: true }).setInputFiles(files.pdf);
  await expect(text).toHaveAccessibleDescription(new RegExp(words("import-not-text")));
  await noViolations(page, "refused");

  const download = page.waitForEvent("download");
  await shown.getByRole("button", { name: words("import-template") }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("vehicles.csv");
  const template = readFileSync(await file.path(), "utf8");
  const head = csv("200-rows").split(/\r?\n/)[0]!;
  expect(template).toBe(`\uFEFF${head}\r\n`);
});
