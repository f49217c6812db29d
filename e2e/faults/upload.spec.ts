// Files on their way over a bad network: what arrived stays, what is missing goes on by itself, and
// nobody chooses a file twice.
import { basename } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { LICENCE, putDraft } from "../support/drafts.ts";
import { gate, type BadNetwork, type Fault } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const DOCUMENTS = "Giấy tờ kèm theo";
const FRONT = "Giấy phép lái xe, mặt trước";

test.use({
  baseURL: async ({ bad }, use) => {
    await use(bad.network.url);
  },
  expectedErrors: [[/^Failed to load resource/, /preload/], { scope: "test" }],
});

test.beforeEach(async ({ page, bad, licence, wizard }) => {
  await putDraft(page, bad.network.url, licence);
  await page.goto(`/procedures/${LICENCE}/apply`);
  await wizard.at(DOCUMENTS);
});

/** The question with this label. */
function question(wizard: Wizard, page: Page, label = FRONT): Locator {
  return wizard.shown.locator("[data-field]").filter({ has: page.getByText(label, { exact: true }) });
}

async function choose(wizard: Wizard, file: string, label = FRONT): Promise<void> {
  await wizard.shown.getByLabel(label, { exact: true }).setInputFiles(file);
}

/** Where parts of files begin, as the browser sends them; a fault from the third part of a file on. */
function fromThirdPart(network: BadNetwork, fault: Fault | undefined): { offsets: number[] } {
  const offsets: number[] = [];
  network.rule = (method, _, headers) => {
    if (method !== "PATCH") return undefined;
    offsets.push(Number(headers["upload-offset"]));
    return offsets.length >= 3 ? fault : undefined;
  };
  return { offsets };
}

/** From now on parts are only written down. */
function watch(network: BadNetwork): { offsets: number[] } {
  return fromThirdPart(network, undefined);
}

test("a connection that breaks in the middle of a part goes on where it broke", async ({ page, wizard, files, bad: { network } }) => {
  fromThirdPart(network, { kind: "cut-after", bytes: 50_000 });
  await choose(wizard, files.parts);
  const field = question(wizard, page);
  await expect(field.getByText(/^Mất mạng\. Sẽ tự tải tiếp/)).toBeVisible();
  const { offsets } = watch(network);
  await expect(field.getByText(words("file-arrived"))).toBeVisible({ timeout: 20_000 });
  expect(network.count("HEAD /api/uploads/*")).toBeGreaterThan(0);
  expect(network.count("POST /api/uploads")).toBe(1);
  // Two whole parts, and what arrived of the third: it is not sent again.
  expect(offsets[0]).toBeGreaterThan(2 * 128 * 1024);
});

test("a portal that is killed during an upload and started again gets the rest", async ({ page, wizard, files, bad: { network, portal } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await choose(wizard, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  await portal.kill();
  open();
  const field = question(wizard, page);
  await expect(field.getByText(/^Mất mạng\. Sẽ tự tải tiếp/)).toBeVisible();
  const { offsets } = watch(network);
  await portal.again();
  await expect(field.getByText(words("file-arrived"))).toBeVisible({ timeout: 30_000 });
  expect(Math.max(...offsets)).toBeGreaterThan(0);
  expect(network.count("POST /api/uploads")).toBe(1);
});

for (const status of [500, 502, 503, 429]) {
  test(`${status} on a part: it is tried again until it works`, async ({ page, wizard, files, bad: { network } }) => {
    fromThirdPart(network, { kind: "answer", status });
    await choose(wizard, files.parts);
    const field = question(wizard, page);
    await expect(field.getByText(/^Mất mạng\. Sẽ tự tải tiếp|^Chưa tải lên được|^Sẽ tự tải tiếp/)).toBeVisible();
    const { offsets } = watch(network);
    await expect(field.getByText(words("file-arrived"))).toBeVisible({ timeout: 20_000 });
    expect(offsets[0]).toBeGreaterThan(0);
  });
}

test("a portal that has forgotten an upload gets it from the beginning", async ({ page, wizard, files, bad: { network } }) => {
  let forgotten = 0;
  network.rule = (method) => (method === "PATCH" && forgotten++ === 1 ? { kind: "answer", status: 404 } : undefined);
  await choose(wizard, files.parts);
  await expect(question(wizard, page).getByText(words("file-arrived"))).toBeVisible();
  expect(network.count("POST /api/uploads")).toBe(2);
});

for (const [status, ending] of [
  [413, "too-large"],
  [400, "refused"],
  [401, "sign-in-needed"],
  [403, "forbidden"],
] as const) {
  test(`${status} at the beginning says why, and trying again works`, async ({ page, wizard, files, bad: { network } }) => {
    network.rule = (method, path) => (method === "POST" && path === "/api/uploads" ? { kind: "answer", status } : undefined);
    await choose(wizard, files.card);
    const field = question(wizard, page);
    await expect(field.getByText(words(`file-failed-${ending}`))).toBeVisible();
    await expect(field.getByRole("button", { name: `Bỏ tệp ${basename(files.card)}` })).toBeVisible();
    network.good();
    await field.getByRole("button", { name: words("try-again") }).click();
    await expect(field.getByText(words("file-arrived"))).toBeVisible();
  });
}

test("a file on its way survives Back, and goes on meanwhile", async ({ page, wizard, files, bad: { network } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await choose(wizard, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  await wizard.shown.getByRole("link", { name: words("back"), exact: true }).click();
  await wizard.movedTo("Giấy khám sức khỏe");
  open();
  await wizard.goOn();
  await wizard.movedTo(DOCUMENTS);
  const field = question(wizard, page);
  await expect(field.getByText(basename(files.parts), { exact: true })).toBeVisible();
  await expect(field.getByText(words("file-arrived"))).toBeVisible();
  expect(network.count("POST /api/uploads")).toBe(1);
});

test("a file survives an error on its page", async ({ page, wizard, files }) => {
  await choose(wizard, files.card);
  const field = question(wizard, page);
  await expect(field.getByText(words("file-arrived"))).toBeVisible();
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await expect(wizard.summary.getByRole("link", { name: `Chọn tệp: ${FRONT}` })).toHaveCount(0);
  await expect(wizard.summary.getByRole("link", { name: "Chọn tệp: Ảnh chân dung" })).toBeVisible();
  await expect(field.getByText(basename(files.card), { exact: true })).toBeVisible();
  await expect(field.getByText(words("file-arrived"))).toBeVisible();
});

test("a link of the summary leads to the file input, which tells its error", async ({ wizard }) => {
  await wizard.goOn();
  await wizard.summary.getByRole("link", { name: `Chọn tệp: ${FRONT}` }).click();
  const input = wizard.shown.getByLabel(FRONT, { exact: true });
  await expect(input).toBeFocused();
  await expect(input).toHaveAccessibleDescription(new RegExp(`Chọn tệp: ${FRONT}`));
});

test("the page is loaded again in the middle of an upload: the rest goes out by itself", async ({ page, wizard, files, bad: { network } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await choose(wizard, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  const { offsets } = watch(network);
  await page.reload();
  await wizard.at(DOCUMENTS);
  const field = question(wizard, page);
  await expect(field.getByText(basename(files.parts), { exact: true })).toBeVisible();
  await expect(field.getByText(words("file-arrived"))).toBeVisible({ timeout: 20_000 });
  open();
  expect(network.count("HEAD /api/uploads/*")).toBeGreaterThan(0);
  expect(offsets[0]).toBeGreaterThanOrEqual(2 * 128 * 1024);
  expect(network.count("POST /api/uploads")).toBe(1);
});

test("a file that has arrived stays arrived when the page is loaded again", async ({ page, wizard, files, bad: { network } }) => {
  await choose(wizard, files.card);
  const field = question(wizard, page);
  await expect(field.getByText(words("file-arrived"))).toBeVisible();
  await page.reload();
  await expect(field.getByText(words("file-arrived"))).toBeVisible();
  expect(network.count("POST /api/uploads")).toBe(1);
});

test("a device without a network keeps the file and sends it when it is back", async ({ page, wizard, files, context }) => {
  await context.setOffline(true);
  await choose(wizard, files.card);
  const field = question(wizard, page);
  await expect(field.getByText(/^Mất mạng\. Sẽ tự tải tiếp/)).toBeVisible();
  await context.setOffline(false);
  await expect(field.getByText(words("file-arrived"))).toBeVisible({ timeout: 20_000 });
});

test("a chosen file is announced, and one that is taken out too; the focus goes to the input", async ({ page, wizard, files, bad: { network } }) => {
  const name = basename(files.card);
  const announced = (text: string) => page.getByRole("status").filter({ hasText: text });
  await choose(wizard, files.card);
  await expect(announced(words("file-added", { name }))).toBeAttached();
  const field = question(wizard, page);
  await expect(field.getByText(words("file-arrived"))).toBeVisible();
  await field.getByRole("button", { name: words("file-remove", { name }) }).click();
  await expect(announced(words("file-removed", { name }))).toBeAttached();
  await expect(wizard.shown.getByLabel(FRONT, { exact: true })).toBeFocused();
  await expect(field.getByText(name, { exact: true })).toHaveCount(0);
  await expect.poll(() => network.count("DELETE /api/uploads/*")).toBe(1);
  await page.reload();
  await wizard.at(DOCUMENTS);
  await expect(page.getByText(name, { exact: true })).toHaveCount(0);
});

test("a file that is taken out on its way does not come back", async ({ page, wizard, files, bad: { network } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await choose(wizard, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  const field = question(wizard, page);
  await field.getByRole("button", { name: /^Bỏ tệp/ }).click();
  open();
  await expect.poll(() => network.count("DELETE /api/uploads/*")).toBe(1);
  await expect(wizard.shown.getByLabel(FRONT, { exact: true })).toBeFocused();
  await page.reload();
  await wizard.at(DOCUMENTS);
  await expect(page.getByText(basename(files.parts), { exact: true })).toHaveCount(0);
  expect(network.count("PATCH *")).toBe(3);
});
