// Files that people choose: what is wrong with one is said at once and by its cause, and what the
// portal takes is sent, smaller where it must be.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";
import { announced, listen } from "../support/announced.ts";
import { noViolations } from "../support/axe.ts";
import { LICENCE, putDraft } from "../support/drafts.ts";
import type { Portal } from "../support/portal.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const PHOTO = "Ảnh chân dung";
const FRONT = "Giấy phép lái xe, mặt trước";
const HEALTH = "Giấy khám sức khỏe";
const MB = 1024 * 1024;

/** What the page begins to send: the length of each upload. */
let lengths: number[];

test.beforeEach(async ({ page, portal, licence, wizard }) => {
  lengths = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/uploads")) lengths.push(Number(request.headers()["upload-length"]));
  });
  await listen(page);
  await putDraft(page, portal.url, licence);
  await page.goto(`/procedures/${LICENCE}/apply/documents`);
  await wizard.at("Giấy tờ kèm theo");
});

// [68] [70] [80]
test("what is wrong with a file is said by its cause, at once, and it is not sent", async ({ page, wizard, files }) => {
  const types = words("problem-file-type", { types: "JPG, PNG" });
  const more = words("problem-file-type", { types: "JPG, PNG, PDF" });
  const causes: [string, string, string, string][] = [
    ["text that calls itself a photo", PHOTO, files.liar, types],
    ["a picture of another type", PHOTO, files.gif, types],
    ["a document under the name of a photo", PHOTO, files.disguised, types],
    ["a document where a photo is asked for", PHOTO, files.pdf, types],
    ["a file without content", PHOTO, files.empty, words("problem-file-empty")],
    ["a picture with too few pixels", PHOTO, files.tiny, words("problem-file-pixels", { width: 354, height: 472 })],
    ["a document that is too large", FRONT, files.heavy, words("problem-file-too-large", { max: "5 MB" })],
    ["a photo without its end", FRONT, files.cutJpeg, words("problem-file-cut-off")],
    ["a picture without its end", FRONT, files.cutPng, words("problem-file-cut-off")],
    ["a document without its end", FRONT, files.cutPdf, words("problem-file-cut-off")],
    ["a picture of a phone that the browser can't read, under the name of a photo", FRONT, files.heic, words("problem-file-other-picture", { type: "HEIC" })],
    ["a document with a password", FRONT, files.locked, words("problem-file-locked")],
    ["another type where documents are taken too", FRONT, files.gif, more],
  ];
  for (const [what, label, file, why] of causes) {
    await test.step(what, async () => {
      const name = basename(file);
      await wizard.attach(label, file);
      await expect(wizard.file(label, name).getByText(why)).toBeVisible();
      await announced(page, words("file-refused", { name, why }));
    });
  }
  await noViolations(page);
  expect(lengths).toEqual([]);

  await test.step("Continue says it too, and leads there", async () => {
    // The one that was chosen last is there; those before it could not be taken.
    await expect(wizard.question(PHOTO).getByRole("listitem")).toHaveCount(1);
    await wizard.goOn();
    await expect(wizard.summary).toBeFocused();
    await expect(wizard.summary.getByRole("link", { name: more })).toBeVisible();
    await wizard.summary.getByRole("link", { name: words("problem-file-pixels", { width: 354, height: 472 }) }).click();
    const name = basename(files.tiny);
    await expect(wizard.file(PHOTO, name).getByRole("button", { name: words("file-remove", { name }) })).toBeFocused();
    await expect(wizard.shown.getByLabel(PHOTO, { exact: true })).toHaveAttribute("aria-invalid", "true");
    await noViolations(page);
  });

  await test.step("one that can be taken takes its place", async () => {
    await wizard.attach(PHOTO, files.portrait);
    await expect(wizard.question(PHOTO).getByRole("listitem")).toHaveCount(1);
    await expect(wizard.file(PHOTO, basename(files.portrait)).getByText(words("file-arrived"))).toBeVisible();
  });
});

// [66] [80]
test("several files for one question, and too many of them", async ({ page, wizard, files }) => {
  await wizard.upload(HEALTH, files.pdf, files.card, files.png, files.portrait);
  await expect(wizard.question(HEALTH).getByRole("listitem")).toHaveCount(4);
  await wizard.attach(HEALTH, files.parts);
  const fifth = wizard.file(HEALTH, basename(files.parts));
  await expect(fifth).toBeVisible();
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  const problem = words("problem-file-too-many", { n: 4 });
  await wizard.summary.getByRole("link", { name: problem }).click();
  const input = wizard.shown.getByLabel(HEALTH, { exact: true });
  await expect(input).toBeFocused();
  await expect(input).toHaveAccessibleDescription(new RegExp(problem));
  const remove = fifth.getByRole("button", { name: words("file-remove", { name: basename(files.parts) }) });
  await remove.click();
  await expect(input).toBeFocused();
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await expect(wizard.summary.getByRole("link", { name: problem })).toHaveCount(0);
  await expect(wizard.question(HEALTH).getByRole("listitem")).toHaveCount(4);

  await test.step("one where one is asked for", async () => {
    await wizard.upload(PHOTO, files.portrait);
    await wizard.attach(PHOTO, files.card);
    await wizard.goOn();
    await expect(wizard.summary.getByRole("link", { name: words("problem-file-too-many", { n: 1 }) })).toBeVisible();
    await noViolations(page);
  });
});

test("a photo that is too large is made smaller on the device and taken", async ({ wizard, files }) => {
  await wizard.upload(FRONT, files.large);
  expect(lengths).toHaveLength(1);
  expect(lengths[0]).toBeGreaterThan(0.2 * MB);
  expect(lengths[0]).toBeLessThanOrEqual(5 * MB);
  // The size that is shown is that of what was sent.
  const shown = await wizard.file(FRONT, basename(files.large)).locator(".file-size").innerText();
  const [amount, unit] = shown.trim().split(/\s/);
  const bytes = Number(amount!.replace(",", ".")) * (unit === "MB" ? MB : 1024);
  expect(Math.abs(bytes - lengths[0]!)).toBeLessThan(0.06 * MB);
});

// [81] [83]
/** The size of the picture that the portal was sent last, and the colour of a place in it. */
async function arrived(page: Page, portal: Portal, place: (size: number[]) => number[]): Promise<{ size: number[]; colour: number[] }> {
  const folder = join(portal.data, "uploads");
  const newest = readdirSync(folder)
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.time - one.time)[0]!;
  const data = readFileSync(join(folder, newest.name)).toString("base64");
  const size = await page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]));
    return [bitmap.width, bitmap.height];
  }, data);
  const colour = await page.evaluate(
    async ([data, [x, y]]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const paint = canvas.getContext("2d")!;
      paint.drawImage(bitmap, 0, 0);
      return [...paint.getImageData(x!, y!, 1, 1).data];
    },
    [data, place(size)] as const,
  );
  return { size, colour };
}

test("what is transparent is white where a picture becomes a smaller one", async ({ page, wizard, portal, files }) => {
  expect(statSync(files.transparent).size, "the portal takes less").toBeGreaterThan(5 * MB);
  await wizard.attach(FRONT, files.transparent);
  await expect(wizard.file(FRONT, basename(files.transparent)).getByText(words("file-arrived"))).toBeVisible();
  const { colour } = await arrived(page, portal, ([width, height]) => [width! - 10, height! - 10]);
  for (const part of colour) expect(part).toBeGreaterThan(250);
});

test("a picture that no office takes is sent as JPG where the browser can read it; a long page stays readable", async ({ page, wizard, portal, files }) => {
  await wizard.attach(FRONT, files.webp);
  await expect(wizard.file(FRONT, basename(files.webp)).getByText(words("file-arrived"))).toBeVisible();
  const { size } = await arrived(page, portal, () => [0, 0]);
  expect(size).toEqual([900, 4000]);
});

test("progress and result are announced; a name is read as it is written, in whatever form the device has it", async ({ page, wizard, files }) => {
  const name = "căn cước.png";
  const is = (text: string) => new RegExp(text.replace(name, `(${name.normalize("NFC")}|${name.normalize("NFD")})`));
  await test.step("taken in, on its way, there", async () => {
    await wizard.attach(FRONT, files.png);
    await announced(page, is(words("file-added", { name })));
    await expect(wizard.question(FRONT).getByText(words("file-arrived"))).toBeVisible();
    await announced(page, is(`${name}.*${words("file-arrived").toLowerCase()}|${words("file-arrived")}.*${name}`));
  });
  const line = wizard.question(FRONT).getByRole("listitem");
  expect((await line.locator("bdi").innerText()).normalize("NFC")).toBe(name);
  await expect(wizard.question(FRONT).getByRole("list", { name: words("files-chosen", { label: FRONT }) })).toBeVisible();

  await test.step("a larger one says how far it is", async () => {
    await wizard.attach("Giấy phép lái xe, mặt sau", files.parts);
    await announced(page, /\d+\s?%/);
    await expect(wizard.question("Giấy phép lái xe, mặt sau").getByText(words("file-arrived"))).toBeVisible();
  });

  await test.step("taken out", async () => {
    const remove = line.getByRole("button", { name: /^Bỏ tệp / });
    expect((await remove.innerText()).normalize("NFC")).toBe(words("file-remove", { name }));
    await remove.click();
    await announced(page, is(words("file-removed", { name })));
    await expect(wizard.shown.getByLabel(FRONT, { exact: true })).toBeFocused();
  });
});
