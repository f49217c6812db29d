// Files on their way over a bad network: what arrived stays, what is missing goes on by itself, and
// nobody chooses a file twice.
import { basename } from "node:path";
import type { Request } from "@playwright/test";
import { attachDrivingLicence } from "../journeys/sample.ts";
import { noViolations } from "../support/axe.ts";
import { holdClock, now } from "../support/clock.ts";
import { keptDraft, LICENCE, putDraft } from "../support/drafts.ts";
import { shortIf } from "../support/extent.ts";
import { gate, type BadNetwork, type Fault } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const DOCUMENTS = "Giấy tờ kèm theo";
const FRONT = "Giấy phép lái xe, mặt trước";
/** As long as a wait between two tries may be, and a little more. */
const PATIENTLY = { timeout: 20_000 };

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
  await wizard.attach(FRONT, files.parts);
  const field = wizard.question(FRONT);
  await expect(field.getByText(/^Mất mạng\. Sẽ tự tải tiếp/)).toBeVisible();
  await noViolations(page);
  const { offsets } = watch(network);
  await expect(field.getByText(words("file-arrived"))).toBeVisible(PATIENTLY);
  expect(network.count("HEAD /api/uploads/*")).toBeGreaterThan(0);
  expect(network.count("POST /api/uploads")).toBe(1);
  // Two whole parts, and what arrived of the third: it is not sent again.
  expect(offsets[0]).toBeGreaterThan(2 * 128 * 1024);
});

test("a portal that is killed during an upload and started again gets the rest", async ({ wizard, files, bad: { network, portal } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await wizard.attach(FRONT, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  await portal.kill();
  open();
  const field = wizard.question(FRONT);
  await expect(field.getByText(/^Mất mạng\. Sẽ tự tải tiếp/)).toBeVisible();
  const { offsets } = watch(network);
  await portal.again();
  await expect(field.getByText(words("file-arrived"))).toBeVisible(PATIENTLY);
  expect(Math.max(...offsets)).toBeGreaterThan(0);
  expect(network.count("POST /api/uploads")).toBe(1);
});

for (const status of [500, 502, 503, 429]) {
  test(`${status} on a part: it is tried again until it works`, shortIf(status === 503), async ({ wizard, files, bad: { network } }) => {
    fromThirdPart(network, { kind: "answer", status });
    await wizard.attach(FRONT, files.parts);
    const field = wizard.question(FRONT);
    await expect(field.getByText(/Sẽ tự tải tiếp/)).toBeVisible();
    const { offsets } = watch(network);
    await expect(field.getByText(words("file-arrived"))).toBeVisible(PATIENTLY);
    expect(offsets[0]).toBeGreaterThan(0);
  });
}

test("a part that is never answered is given up, and the rest goes out", async ({ page, wizard, files, bad: { network } }) => {
  await holdClock(page);
  await page.reload();
  await wizard.at(DOCUMENTS);
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await wizard.attach(FRONT, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  // It stands still then: the next try must not begin while the network is bad.
  await page.clock.pauseAt(now() + 121_000);
  const field = wizard.question(FRONT);
  await expect(field.getByText(/Sẽ tự tải tiếp/)).toBeVisible();
  network.good();
  await page.clock.fastForward(3_000);
  await page.clock.resume();
  await expect(field.getByText(words("file-arrived"))).toBeVisible();
  open();
});

test("a portal that has forgotten an upload gets it from the beginning", async ({ wizard, files, bad: { network } }) => {
  let parts = 0;
  network.rule = (method) => (method === "PATCH" && parts++ === 1 ? { kind: "answer", status: 404 } : undefined);
  await wizard.upload(FRONT, files.parts);
  expect(network.count("POST /api/uploads")).toBe(2);
});

test("a portal that has another part than expected is asked where it is", async ({ wizard, files, bad: { network } }) => {
  let parts = 0;
  network.rule = (method) => (method === "PATCH" && parts++ === 1 ? { kind: "answer", status: 409 } : undefined);
  await wizard.upload(FRONT, files.parts);
  expect(network.count("POST /api/uploads")).toBe(1);
  expect(network.count("HEAD /api/uploads/*")).toBe(1);
});

for (const [status, ending] of [
  [413, "too-large"],
  [400, "refused"],
  [401, "sign-in-needed"],
  [403, "forbidden"],
] as const) {
  test(`${status} at the beginning says why, and trying again works`, shortIf(status === 413), async ({ page, wizard, files, bad: { network } }) => {
    network.rule = (method, path) => (method === "POST" && path === "/api/uploads" ? { kind: "answer", status } : undefined);
    await wizard.attach(FRONT, files.card);
    const field = wizard.question(FRONT);
    await expect(field.getByText(words(`file-failed-${ending}`))).toBeVisible();
    await expect(field.getByRole("button", { name: `Bỏ tệp ${basename(files.card)}` })).toBeVisible();
    if (status === 403) await noViolations(page);
    network.good();
    await field.getByRole("button", { name: words("try-again") }).click();
    await expect(field.getByText(words("file-arrived"))).toBeVisible();
    if (status === 403) await expect(page.locator(":focus")).toBeVisible();
  });
}

// [82]
test("a file on its way survives Back, and goes on meanwhile", async ({ wizard, files, bad: { network } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await wizard.attach(FRONT, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  await wizard.back();
  await wizard.movedTo("Mức phí áp dụng cho bạn");
  open();
  await wizard.goOn();
  await wizard.movedTo(DOCUMENTS);
  await expect(wizard.file(FRONT, basename(files.parts)).getByText(words("file-arrived"))).toBeVisible();
  expect(network.count("POST /api/uploads")).toBe(1);
});

// [66] [82]
test("a file survives an error on its page; a link of the summary leads to the input that lacks one", async ({ wizard, files }) => {
  await wizard.upload(FRONT, files.card);
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await expect(wizard.summary.getByRole("link", { name: `Chọn tệp: ${FRONT}` })).toHaveCount(0);
  await expect(wizard.file(FRONT, basename(files.card)).getByText(words("file-arrived"))).toBeVisible();
  await wizard.summary.getByRole("link", { name: "Chọn tệp: Ảnh chân dung" }).click();
  const input = wizard.shown.getByLabel("Ảnh chân dung", { exact: true });
  await expect(input).toBeFocused();
  await expect(input).toHaveAccessibleDescription(/Lỗi: Chọn tệp: Ảnh chân dung/i);
});

// [82]
test("the page is loaded again in the middle of an upload: the rest goes out by itself", async ({ page, wizard, files, bad: { network } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await wizard.attach(FRONT, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  const { offsets } = watch(network);
  await page.reload();
  await wizard.at(DOCUMENTS);
  await expect(wizard.file(FRONT, basename(files.parts)).getByText(words("file-arrived"))).toBeVisible(PATIENTLY);
  open();
  expect(network.count("HEAD /api/uploads/*")).toBeGreaterThan(0);
  expect(offsets[0]).toBeGreaterThanOrEqual(2 * 128 * 1024);
  expect(network.count("POST /api/uploads")).toBe(1);
  await test.step("what has arrived stays arrived", async () => {
    await page.reload();
    await expect(wizard.file(FRONT, basename(files.parts)).getByText(words("file-arrived"))).toBeVisible();
    expect(network.count("POST /api/uploads")).toBe(1);
  });
});

test("a device without a network keeps the file and sends it when it is back", async ({ wizard, files, context }) => {
  await context.setOffline(true);
  await wizard.attach(FRONT, files.card);
  const field = wizard.question(FRONT);
  await expect(field.getByText(/^Mất mạng\. Sẽ tự tải tiếp/)).toBeVisible();
  await context.setOffline(false);
  await expect(field.getByText(words("file-arrived"))).toBeVisible(PATIENTLY);
});

// [29] [83]
test("a file that is taken out leaves the device and the portal, and the focus goes to the input", async ({ page, wizard, files, bad: { network } }) => {
  const name = basename(files.card);
  await wizard.upload(FRONT, files.card);
  await wizard.file(FRONT, name).getByRole("button", { name: words("file-remove", { name }) }).click();
  await expect(page.getByRole("status").filter({ hasText: words("file-removed", { name }) })).toBeAttached();
  await expect(wizard.shown.getByLabel(FRONT, { exact: true })).toBeFocused();
  await expect(wizard.question(FRONT).getByText(name, { exact: true })).toHaveCount(0);
  await expect.poll(() => network.count("DELETE /api/uploads/*")).toBe(1);
  await page.reload();
  await wizard.at(DOCUMENTS);
  await expect(page.getByText(name, { exact: true })).toHaveCount(0);
});

test("a file that is taken out on its way does not come back", async ({ page, wizard, files, bad: { network } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await wizard.attach(FRONT, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  await wizard.question(FRONT).getByRole("button", { name: /^Bỏ tệp/ }).click();
  open();
  await expect.poll(() => network.count("DELETE /api/uploads/*")).toBe(1);
  await expect(wizard.shown.getByLabel(FRONT, { exact: true })).toBeFocused();
  await page.reload();
  await wizard.at(DOCUMENTS);
  await expect(page.getByText(basename(files.parts), { exact: true })).toHaveCount(0);
  expect(network.count("PATCH *")).toBe(3);
});

test("a draft that is deleted while a file is on its way does not come back", async ({ page, wizard, files, bad: { network } }) => {
  const { until, open } = gate();
  fromThirdPart(network, { kind: "hold", until });
  await wizard.attach(FRONT, files.parts);
  await expect.poll(() => network.count("PATCH *")).toBe(3);
  await page.getByRole("banner").getByRole("link", { name: /^Cổng dịch vụ công mẫu/ }).click();
  await wizard.movedTo(words("home-title"));
  await wizard.shown.getByRole("button", { name: words("draft-delete", { name: "Đổi giấy phép lái xe" }) }).click();
  await wizard.shown.getByRole("button", { name: words("draft-delete-yes") }).click();
  const drafts = wizard.shown.getByRole("heading", { name: words("drafts-title") });
  await expect(drafts).toHaveCount(0);
  // The portal may have heard of the deletion first: it refuses the part then before it has read it, which cuts the connection.
  const isPart = (request: Request) => request.method() === "PATCH";
  const over = Promise.any([page.waitForEvent("requestfinished", isPart), page.waitForEvent("requestfailed", isPart)]);
  open();
  await over;
  const home = async () => {
    await wizard.at(words("home-title"));
    await expect(wizard.shown.getByRole("link", { name: "Đổi giấy phép lái xe", exact: true })).toBeVisible();
    await expect(drafts).toHaveCount(0);
  };
  await page.getByRole("link", { name: words("accessibility-link") }).click();
  await wizard.movedTo(words("accessibility-title"));
  await page.goBack();
  await home();
  await page.reload();
  await home();
  expect(await keptDraft(page, LICENCE)).toBeUndefined();
  expect(network.count("PATCH *")).toBe(3);
});

test("sending waits for a file that is on its way, then goes out by itself", async ({ page, wizard, files, bad: { network, portal } }) => {
  await attachDrivingLicence(wizard, files);
  const { until, open } = gate();
  network.rule = (method) => (method === "PATCH" ? { kind: "hold", until } : undefined);
  const before = network.count("PATCH *");
  await wizard.attach("Giấy khám sức khỏe", files.card);
  await expect.poll(() => network.count("PATCH *")).toBe(before + 1);
  await wizard.goOn();
  await wizard.movedTo("Kiểm tra lại hồ sơ");
  await wizard.declare();
  await wizard.send();
  await expect(wizard.shown.getByRole("status").filter({ hasText: words("sending-files") })).toBeVisible();
  await noViolations(page);
  expect(network.count("POST /api/dossiers")).toBe(0);
  open();
  await wizard.movedTo("Đã gửi hồ sơ");
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
});
