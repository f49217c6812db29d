// A page is read aloud by a voice of the device: sentence by sentence, each in its own language, with
// what is answered, and what is wrong.
import type { Page } from "@playwright/test";
import { noViolations } from "../support/axe.ts";
import { RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { giveVoices } from "../support/voice.ts";
import { words } from "../support/words.ts";

const said = (page: Page) => page.evaluate(() => window.said.map((sentence) => sentence.text));
const marked = (page: Page, name: string) =>
  page.evaluate((name) => {
    const highlight = CSS.highlights.get(name);
    return highlight ? [...highlight].map((range) => range.toString()).join("") : "";
  }, name);

async function open(page: Page) {
  await page.getByRole("button", { name: words("read-aloud-link") }).click();
  const panel = page.getByRole("region", { name: words("read-aloud-title") });
  await expect(panel).toBeVisible();
  return panel;
}

/** Lets the voice say all that is left. */
async function listen(page: Page): Promise<void> {
  const play = page.getByRole("button", { name: words("read-aloud-play"), exact: true });
  await expect
    .poll(async () => {
      await page.evaluate(() => window.endSentence());
      return play.isVisible();
    }, { intervals: [30], timeout: 60_000 })
    .toBe(true);
}

test("[111] a step is read with its hints, what is answered and what is wrong; the words are marked", async ({ page, wizard }) => {
  await giveVoices(page, ["vi-VN"]);
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await wizard.at("Thông tin của bạn");
  await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
  await wizard.shown.getByRole("radio", { name: "Nữ" }).check();
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  const panel = await open(page);
  await noViolations(page);
  await panel.getByRole("button", { name: words("read-aloud-play"), exact: true }).click();
  await expect.poll(() => said(page)).toEqual([words("error-summary-title")]);
  expect(await marked(page, "spoken-sentence")).toBe(words("error-summary-title"));
  expect(await marked(page, "spoken-word")).toBe(words("error-summary-title").split(" ")[0]);
  await listen(page);
  const all = await said(page);
  const inOrder = ["Thông tin của bạn", "Họ, chữ đệm và tên", "Nguyễn Văn Mẫu", "Ngày sinh", "Nam", words("read-aloud-chosen"), "Nữ", words("continue")];
  const places = inOrder.map((text) => all.indexOf(text));
  expect(places, JSON.stringify(all)).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(await page.evaluate(() => window.said.every((sentence) => sentence.lang === "vi-VN"))).toBe(true);
  expect(await marked(page, "spoken-sentence")).toBe("");
});

test("it can be paused, gone on from the same sentence, gone back, and made slower; another page stops it", async ({ page, wizard }) => {
  await giveVoices(page, ["vi-VN"]);
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  const panel = await open(page);
  const press = (key: string) => panel.getByRole("button", { name: words(key), exact: true }).click();
  await press("read-aloud-play");
  await expect.poll(async () => (await said(page)).length).toBe(1);
  await page.evaluate(() => window.endSentence());
  await expect.poll(async () => (await said(page)).length).toBe(2);
  const [first, second] = await said(page);
  await press("read-aloud-pause");
  await expect(panel.getByRole("button", { name: words("read-aloud-play"), exact: true })).toBeFocused();
  await press("read-aloud-play");
  await expect.poll(() => said(page)).toEqual([first, second, second]);
  await press("read-aloud-back");
  await expect.poll(() => said(page)).toEqual([first, second, second, first]);
  await panel.getByRole("radio", { name: words("read-aloud-speed-75") }).check();
  await expect.poll(() => page.evaluate(() => window.said.at(-1)?.rate)).toBe(0.75);
  await page.goto(`/procedures/${RESIDENCE}`);
  const again = await open(page);
  await expect(again.getByRole("radio", { name: words("read-aloud-speed-75") })).toBeChecked();
  await again.getByRole("button", { name: words("read-aloud-play"), exact: true }).click();
  await expect(again.getByRole("button", { name: words("read-aloud-pause"), exact: true })).toBeVisible();
  await page.getByRole("link", { name: words("accessibility-link") }).click();
  await wizard.movedTo(words("accessibility-title"));
  await expect(again.getByRole("button", { name: words("read-aloud-play"), exact: true })).toBeVisible();
});

test("a language without a voice is not read in a wrong one, and that is said", async ({ page, wizard }) => {
  await giveVoices(page, ["en-GB"]);
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  const panel = await open(page);
  await panel.getByRole("button", { name: words("read-aloud-play"), exact: true }).click();
  await expect(panel.getByText(words("read-aloud-no-voice", { language: "Tiếng Việt" }))).toBeVisible();
  expect(await said(page)).toEqual([]);
  await noViolations(page);
});

test("a device without any voice says so", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  const panel = await open(page);
  await panel.getByRole("button", { name: words("read-aloud-play"), exact: true }).click();
  await expect(panel.getByText(words("read-aloud-no-voice", { language: "Tiếng Việt" }))).toBeVisible();
});

test.describe("recordings", () => {
  // The browser logs the recording that is missing.
  test.use({ expectedErrors: [[/^Failed to load resource/], { scope: "test" }] });

  test("a recording is played where a definition has one, in the place of what it says", async ({ page, wizard }) => {
  await giveVoices(page, ["vi-VN"]);
  await page.route(`**/api/procedures/${RESIDENCE}?lang=*`, async (route) => {
    const answer = await route.fetch();
    const definition = (await answer.json()) as { steps: { fields: { audio?: object }[] }[] };
    const [name, born] = definition.steps[0]!.fields;
    name!.audio = { vi: "/audio/name.vi.wav" };
    born!.audio = { vi: "/audio/missing.wav" };
    await route.fulfill({ response: answer, json: definition });
  });
  const played: string[] = [];
  await page.route("**/audio/*.wav", async (route) => {
    const path = new URL(route.request().url()).pathname;
    played.push(path);
    if (path.endsWith("name.vi.wav")) await route.fulfill({ contentType: "audio/wav", body: silence() });
    else await route.fulfill({ status: 404 });
  });
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await wizard.at("Thông tin của bạn");
  const panel = await open(page);
  await panel.getByRole("button", { name: words("read-aloud-play"), exact: true }).click();
  await listen(page);
  expect(played).toContain("/audio/name.vi.wav");
  const all = await said(page);
  expect(all).not.toContain("Họ, chữ đệm và tên");
  // What cannot be played is read.
  expect(played).toContain("/audio/missing.wav");
  expect(all).toContain("Ngày sinh");
});
});

test("a recording of the locale is played in the place of its message", async ({ page, wizard }) => {
  await giveVoices(page, ["vi-VN"]);
  await page.route("**/locales/vi/manifest.json", async (route) => {
    const answer = await route.fetch();
    const manifest = (await answer.json()) as { audio?: object };
    manifest.audio = { "who-title": "audio/who.wav" };
    await route.fulfill({ response: answer, json: manifest });
  });
  const played: string[] = [];
  await page.route("**/locales/vi/audio/*.wav", async (route) => {
    played.push(new URL(route.request().url()).pathname);
    await route.fulfill({ contentType: "audio/wav", body: silence() });
  });
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  const panel = await open(page);
  await panel.getByRole("button", { name: words("read-aloud-play"), exact: true }).click();
  await listen(page);
  expect(played).toEqual(["/locales/vi/audio/who.wav"]);
  const all = await said(page);
  expect(all).not.toContain(words("who-title"));
  expect(all).toContain(words("prepare-title"));
});

/** A tenth of a second of nothing, as WAV. */
function silence(): Buffer {
  const samples = Buffer.alloc(1600);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
