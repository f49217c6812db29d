// In the citizen's own language: from search to tracking, with every text in the language that it says
// it is in; languages that are put beside the built app; the original beside a translation.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { noViolations } from "../support/axe.ts";
import { announced, listen } from "../support/announced.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { shortIf } from "../support/extent.ts";
import { copyOfApp, list, PSEUDO_APP, unsaid } from "../support/languages.ts";
import { Keys } from "../support/keys.ts";
import { open, places, refuse, steps, withEveryPage, without } from "../support/places.ts";
import { Portal } from "../support/portal.ts";
import { expect, test as base } from "../support/test.ts";
import { words } from "../support/words.ts";
import { attachDrivingLicence } from "./sample.ts";

const test = base.extend<object, { pseudo: Portal }>({
  pseudo: [
    async ({}, use) => {
      const portal = await Portal.start([], PSEUDO_APP);
      await use(portal);
      await portal.end();
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ mode: "parallel" });

/** A word of a locale on one line, from the app that is served. */
async function said(page: Page, key: string, locale: string): Promise<string> {
  for (const file of ["messages.ftl", "later.ftl"]) {
    const text = await (await page.request.get(new URL(`/locales/${locale}/${file}`, page.url()).href)).text();
    const found = new RegExp(`^${key} = (.+)$`, "m").exec(text);
    if (found) return found[1]!.replaceAll(/\{ "(.)" \}/g, "$1");
  }
  throw new Error(`${locale} has no message ${key}`);
}

/** Every text of the page is in its language, and axe finds nothing. */
async function isRight(page: Page, what: string): Promise<void> {
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  expect.soft(await unsaid(page), what).toEqual([]);
  await noViolations(page, what);
}

const JOURNEYS = [
  ["temporary residence", RESIDENCE],
  ["driving licence", LICENCE],
] as const;

/** Languages and procedures that are gone through on every change: one that is translated, and one from the right to the left. */
const SHORT = [`km ${RESIDENCE}`];

for (const locale of ["vi", "en", "km", "en-XA", "ar-XB"]) {
  const isPseudo = locale.includes("-X");

  for (const [name, code] of JOURNEYS) {
    test(`${locale}: ${name}, from search to tracking`, shortIf(SHORT.includes(`${locale} ${code}`)), async ({ page, wizard, portal, pseudo, residence, licence, files }) => {
      test.slow();
      const { url } = isPseudo ? pseudo : portal;
      await page.goto(`${url}/icon.svg`);
      await putDraft(page, url, code === RESIDENCE ? residence : licence);
      await page.goto(`${url}/?lang=${locale}&q=${code}`);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.locator("html[dir=rtl]")).toHaveCount(locale === "ar-XB" ? 1 : 0);
      const say = async (key: string) => said(page, key, locale);
      const found = wizard.shown.locator(`a[href="/procedures/${code}"]`);
      await expect(found).toBeVisible();
      await isRight(page, "what was found");
      await found.click();
      await expect(wizard.heading).toBeFocused();
      await isRight(page, "start page");
      await page.goto(`${url}/procedures/${code}/apply/${steps(code)[0]!.id}?lang=${locale}`);
      const goOn = page.getByRole("button", { name: await say("continue"), exact: true });
      for (;;) {
        await expect(wizard.heading).toBeVisible();
        await isRight(page, page.url());
        if (page.url().endsWith("/documents")) {
          const inputs = wizard.shown.locator("input[type=file]");
          await expect(inputs.first()).toBeVisible();
          const all = await inputs.all();
          for (const input of all) await input.setInputFiles((await input.getAttribute("accept"))?.includes("pdf") ? files.pdf : files.portrait);
          await expect(wizard.shown.getByText(await say("file-arrived"))).toHaveCount(all.length);
          await isRight(page, "with files");
        }
        const before = page.url();
        await goOn.click();
        await expect(page).not.toHaveURL(before);
        if (page.url().endsWith("/review")) break;
      }
      await expect(wizard.heading).toBeFocused();
      await isRight(page, "check page");
      const send = page.getByRole("button", { name: await say("send"), exact: true });
      await send.click();
      await expect(page.locator("#error-summary")).toBeFocused();
      await isRight(page, "nothing was declared");
      for (const box of await wizard.shown.getByRole("checkbox").all()) await box.check();
      await send.click();
      await expect(page).toHaveURL(/\/dossiers\//);
      await expect(wizard.heading).toBeFocused();
      await isRight(page, "receipt");
      const dossier = await wizard.dossierCode();
      (isPseudo ? pseudo : portal).officer(dossier, "accepted", "Đã nhận đủ giấy tờ.");
      await page.goto(`${page.url()}?lang=${locale}`);
      await expect(wizard.shown.getByText("Đã nhận đủ giấy tờ.").first()).toBeVisible();
      await isRight(page, "where it stands");

      // Officers read Vietnamese, whatever the citizen reads.
      const read = (isPseudo ? pseudo : portal).answers(dossier);
      expect(read).toContain("Họ, chữ đệm và tên: Nguyễn Văn Mẫu");
      expect(read).toMatch(code === RESIDENCE ? /Giới tính: Nam/ : /Hạng giấy phép.*: B2/);
    });
  }
}

// A translation, and every string from the right to the left: what is wrong in Vietnamese and English is
// seen by the other journeys.
for (const locale of ["km", "ar-XB"]) {
  test(`${locale}: what is wrong, page by page`, shortIf(locale === "ar-XB"), async ({ page, wizard, portal, pseudo, residence, licence }) => {
    test.slow();
    const { url } = locale === "ar-XB" ? pseudo : portal;
    await page.goto(`${url}/?lang=${locale}`);
    await expect(wizard.heading).toBeVisible();
    const goOn = page.getByRole("button", { name: await said(page, "continue", locale), exact: true });
    for (const [, code] of JOURNEYS) {
      for (const place of places(code).filter(({ isFree }) => !isFree)) {
        const draft = withEveryPage(code === RESIDENCE ? residence : licence);
        await page.goto(`${url}/icon.svg`);
        await putDraft(page, url, without(draft, place));
        await page.goto(`${url}${place.path}?lang=${locale}`);
        await expect(wizard.heading).toBeVisible();
        await goOn.click();
        await expect(page.locator("#error-summary")).toBeFocused();
        await isRight(page, place.path);
      }
    }
  });
}

test.describe("beside the built app", () => {
  // The browser logs the files that the folder does not have.
  test.use({ expectedErrors: [[/^Failed to load resource/], { scope: "test" }] });

  test("a language that is put there is used, and what it lacks falls back text by text", async ({ page, wizard }) => {
  const app = copyOfApp();
  const portal = await test.step("an operator puts a folder there", async () => {
    const folder = join(app.folder, "locales/fr");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "messages.ftl"),
      'home-title = Démarches <img src=x onerror="window.harmed=1">\nsearch-button = Chercher\nsearch-label = {\ncontinue = { $nothing }\nstart = { start }\n',
    );
    writeFileSync(join(folder, "manifest.json"), "not JSON");
    list(app.folder, { tag: "fr", name: "Français", status: "partial", share: 1, fonts: true });
    return Portal.start([], app.folder);
  });
  try {
    await page.goto(portal.url);
    await page.getByRole("banner").getByRole("button", { name: words("languages-link") }).click();
    await page.getByRole("link", { name: "Français" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expect(page.getByRole("link", { name: "Français" }).last()).toBeFocused();
    // Markup is text.
    await expect(wizard.heading).toHaveText('Démarches <img src=x onerror="window.harmed=1">');
    expect(await page.evaluate(() => "harmed" in window)).toBe(false);
    await expect(page.getByRole("button", { name: "Chercher" })).toBeVisible();
    await expect(page.getByText(words("search-label"), { exact: true })).toHaveAttribute("lang", "vi");
    await noViolations(page);
    await page.goto(`${portal.url}/procedures/${RESIDENCE}/apply/who`);
    await expect(page.getByRole("button", { name: words("continue") })).toBeVisible();
    await expect(page.getByRole("button", { name: words("continue") }).locator("[lang=vi]")).toHaveCount(1);
    await noViolations(page);
  } finally {
    await portal.end();
    app.remove();
  }
});
});

test("a list of languages that is broken leaves the words that are there", async ({ page, wizard }) => {
  const app = copyOfApp();
  writeFileSync(join(app.folder, "locales/index.json"), '[{"tag": "vi", "name": "Tiếng Việt"}, {"tag": "../../x", "name": "x"}, {"tag": "en"}, 7]');
  rmSync(join(app.folder, "locales/index.json.br"), { force: true });
  const portal = await Portal.start([], app.folder);
  try {
    await page.goto(portal.url);
    await wizard.at(words("home-title"));
    await expect(page.getByRole("banner").getByRole("link", { name: "English" })).toHaveCount(0);
    // What is still on its way is not broken off by the portal's end.
    await page.goto("about:blank");
  } finally {
    await portal.end();
    app.remove();
  }
});

// [106] [107]
test("to Khmer in the middle of a step: answers, errors, the focus and the draft stay", async ({ page, wizard, portal, residence }) => {
  await listen(page);
  const place = places(RESIDENCE).find(({ step }) => step.id === "contact")!;
  await open(page, wizard, portal.url, without(residence, place), place.path);
  await refuse(wizard);
  const phone = wizard.shown.locator("input[type=tel]");
  await phone.fill("09xx 12");
  const khmer = page.getByRole("banner").getByRole("link", { name: "ភាសាខ្មែរ" });
  await khmer.click();
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  await expect(khmer).toBeFocused();
  await announced(page, words("language-changed", {}, "km"));
  await expect(page.locator("#error-summary")).toContainText(words("error-summary-title", {}, "km"));
  await expect(phone).toHaveValue("09xx 12");
  await isRight(page, "in Khmer, with errors");

  // The Vietnamese stands beside every text where somebody asks for it.
  await expect(page.getByText(words("language-unreviewed", {}, "km"))).toBeVisible();
  await page.getByRole("button", { name: words("original-show", {}, "km") }).click();
  const hide = page.getByRole("button", { name: words("original-hide", {}, "km") });
  await expect(hide).toBeFocused();
  await expect(wizard.heading).toContainText("Địa chỉ và liên hệ");
  await expect(wizard.heading.locator("[lang=vi]")).toHaveText("Địa chỉ và liên hệ");
  await expect(page.locator("#error-summary li [lang=vi]").first()).toHaveText(/^Nhập|^Chọn/);
  await expect(page.locator("#error-summary [lang=vi]").filter({ hasText: /[\u1780-\u17ff]/ })).toHaveCount(0);
  await expect(phone).toHaveValue("09xx 12");
  await isRight(page, "with the original");
  await hide.click();
  await expect(wizard.heading).not.toContainText("Địa chỉ");

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  await expect(phone).toHaveValue("09xx 12");
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [[/^Failed to load resource/], { scope: "test" }] });

  test("a language that cannot be loaded says so, and everything stays; with the network it comes", async ({ page, wizard, portal, context, residence }) => {
    const place = places(RESIDENCE).find(({ step }) => step.id === "contact")!;
    await open(page, wizard, portal.url, residence, place.path);
    // The second part of the program is there.
    await page.getByRole("button", { name: words("preferences-link") }).click();
    await expect(page.getByRole("heading", { name: words("preferences-title") })).toBeVisible();
    await context.setOffline(true);
    const khmer = page.getByRole("banner").getByRole("link", { name: "ភាសាខ្មែរ" });
    await khmer.click();
    await expect(page.locator("#panel").getByRole("button", { name: words("try-again") })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await expect(wizard.shown.locator("input[type=tel]")).not.toHaveValue("");
    await context.setOffline(false);
    await khmer.click();
    await expect(page.locator("html")).toHaveAttribute("lang", "km");
    await expect(page.locator("#panel").getByRole("button")).toHaveCount(0);
  });
});

test("a second language that is chosen before the first has come is what is shown in the end", async ({ page, wizard }) => {
  await page.goto("/");
  await expect(wizard.heading).toBeVisible();
  let open = () => {};
  const held = new Promise<void>((done) => (open = done));
  await page.route("**/locales/km/**", async (route) => (await held, route.continue()));
  const bar = page.getByRole("banner");
  await bar.getByRole("link", { name: "ភាសាខ្មែរ" }).click();
  await bar.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const came = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/locales/km/messages.ftl"));
  open();
  await came;
  // What comes late changes nothing any more.
  await expect(bar.getByRole("link", { name: "English" })).toHaveAttribute("aria-current", "true");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the check page and the receipt in both languages, side by side", async ({ page, wizard, portal, residence }) => {
  await open(page, wizard, portal.url, residence, `/procedures/${RESIDENCE}/review`, "?lang=en");
  const show = wizard.shown.getByRole("button", { name: words("original-show", {}, "en") });
  await show.click();
  await expect(wizard.answer("Sex")).toHaveText(/^Male\s*Nam$/);
  await isRight(page, "check page");
  await wizard.shown.getByRole("checkbox").first().check();
  for (const box of await wizard.shown.getByRole("checkbox").all()) await box.check();
  await wizard.shown.locator("#send").click();
  await expect(page).toHaveURL(/\/dossiers\//);
  await expect(wizard.heading).toContainText(words("receipt-title"));
  await isRight(page, "receipt");
});

test("the language comes from the link, then from the earlier choice, then from the browser", async ({ browser, portal }) => {
  const context = await browser.newContext({ baseURL: portal.url, locale: "km-KH" });
  const page = await context.newPage();
  const speaks = async (path: string, locale: string) => {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
  };
  await speaks("/", "km");
  await page.getByRole("banner").getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await speaks("/", "en");
  await speaks("/?lang=zh-Hant", "zh-Hant");
  // As a choice it is remembered, and one that is not offered is none.
  await speaks("/preferences", "zh-Hant");
  await speaks("/?lang=tlh", "zh-Hant");
  await speaks("/?lang=en-GB", "en");
  await speaks("/", "en");
  await context.close();
});

test("fonts are asked for by the script that is on the page, and by no Latin one", async ({ page, wizard }) => {
  const fonts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") fonts.push(new URL(request.url()).pathname);
  });
  await page.goto("/");
  await wizard.at(words("home-title"));
  await page.goto(`/procedures/${RESIDENCE}?lang=en`);
  await expect(wizard.heading).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  // Of other scripts there are the names of languages in the bar, which must be read on any device.
  expect(fonts.filter((font) => !/\/(km|zh-Hant)\/fonts\/name\.woff2$/.test(font))).toEqual([]);
  await expect.poll(() => page.evaluate(() => [...document.fonts].filter((font) => font.status === "loaded").length)).toBe(2);
  await page.getByRole("banner").getByRole("link", { name: "ភាសាខ្មែរ" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  const known = () => page.evaluate(() => [...document.fonts].map((font) => font.unicodeRange).filter((range) => range.includes("-")));
  await expect.poll(known).toHaveLength(2);
  for (const range of await known()) expect(range).toContain("U+1780");
  // Tall letters have room: lines are further apart than in Vietnamese.
  const leading = await wizard.shown.locator("p").first().evaluate((p) => parseFloat(getComputedStyle(p).lineHeight) / parseFloat(getComputedStyle(p).fontSize));
  expect(leading).toBeGreaterThanOrEqual(1.8);
});

for (const locale of ["km", "zh-Hant", "en-XA", "ar-XB"]) {
  test(`${locale}: nothing is cut off at 320 px and 400 %`, shortIf(["km", "ar-XB"].includes(locale)), async ({ page, wizard, portal, pseudo, residence }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const { url } = locale.includes("-X") ? pseudo : portal;
    await page.goto(`${url}/icon.svg`);
    await putDraft(page, url, residence);
    for (const path of ["/", `/procedures/${RESIDENCE}`, ...places(RESIDENCE).map(({ path }) => path), `/procedures/${RESIDENCE}/review`]) {
      await page.goto(`${url}${path}?lang=${locale}&text=400`);
      await expect(wizard.heading).toBeVisible();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(over, path).toBeLessThanOrEqual(0);
    }
  });
}

// [36]
test("a language and the filters of a search by keyboard alone", async ({ page, wizard }) => {
  await listen(page);
  const keys = new Keys(page);
  await page.goto("/");
  await wizard.at(words("home-title"));
  const more = page.getByRole("banner").getByRole("button", { name: words("languages-link") });
  await keys.enter(more);
  await expect(page.locator("#panel").getByRole("heading")).toBeVisible();
  await keys.enter(page.locator("#panel").getByRole("link", { name: "繁體中文" }));
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await keys.notLost();
  await announced(page, words("language-changed", {}, "zh-Hant"));

  await page.goto("/?lang=vi&all=1");
  await expect(wizard.shown.locator(".results a").first()).toBeVisible();
  await keys.enter(wizard.shown.locator("summary", { hasText: words("search-filters") }));
  const event = page.getByLabel(words("search-only-event"));
  await keys.tabTo(event);
  await keys.press("ArrowDown");
  await expect(page).toHaveURL(/event=/);
  await expect(event).toBeFocused();
  await announced(page, /Tìm thấy \d+ thủ tục/);
  await keys.enter(wizard.shown.locator(".results a").first());
  await expect(page).toHaveURL(/\/procedures\//);
  await expect(wizard.heading).toBeFocused();
});

// Search
test("the whole catalogue is searched on the device, by everyday words and slips, and without a network", async ({ page, wizard, context }) => {
  await listen(page);
  await page.goto("/");
  const box = page.getByRole("searchbox", { name: words("search-label") });
  const first = wizard.shown.getByRole("list").getByRole("link").first();
  const came = page.waitForResponse("**/api/catalogue");
  await box.fill("doi bang lai");
  await came;
  await expect(first).toHaveText("Đổi giấy phép lái xe");
  await announced(page, /Tìm thấy \d+ thủ tục/);
  await expect(page.getByText(words("search-filters"))).toBeVisible();
  await expect(page).toHaveURL(/\?q=doi%20bang%20lai$/);
  await noViolations(page);
  await context.setOffline(true);
  await box.fill("dang ky tam tru");
  await expect(first).toHaveText("Đăng ký tạm trú");
  await announced(page, /Tìm thấy \d+ thủ tục/);
  await box.fill("giay khai sih");
  await expect(first).toHaveText(/khai sinh/);
  await context.setOffline(false);
});

test("filters narrow what is found, stand in the address, and keep the focus", async ({ page, wizard }) => {
  await listen(page);
  await page.goto("/");
  await page.getByRole("button", { name: words("search-browse") }).click();
  await expect(page).toHaveURL(/\?all=1$/);
  await page.getByText(words("search-filters")).click();
  const event = page.getByLabel(words("search-only-event"));
  await event.selectOption("birth");
  await expect(page).toHaveURL(/event=birth/);
  await expect(event).toBeFocused();
  await page.getByLabel(words("search-only-level")).selectOption("commune");
  await expect(page).toHaveURL(/level=commune/);
  await announced(page, /Tìm thấy \d+ thủ tục/);
  const links = wizard.shown.locator(".results a");
  const before = await links.count();
  await noViolations(page);
  await page.getByRole("button", { name: words("search-more") }).click();
  await expect.poll(() => links.count()).toBeGreaterThan(before);
  await expect(links.nth(before)).toBeFocused();
  await page.reload();
  await expect(event).toHaveValue("birth");
});

test("a procedure that has only a name says so, and where it is done", async ({ page, wizard }) => {
  await page.goto("/procedures/1.003460");
  await expect(wizard.shown.getByText(words("level-information"))).toBeVisible();
  await expect(wizard.shown.getByRole("link", { name: words("start-button") })).toHaveCount(0);
  await noViolations(page);
});

test("words of other languages find what they mean, and names are shown in the citizen's language", async ({ page, wizard }) => {
  for (const [locale, query, name] of [
    ["en", "driving licence", "Exchange or renew a driving licence"],
    ["km", "ប័ណ្ណបើកបរ", "ប្ដូរប័ណ្ណបើកបរ"],
    ["zh-Hant", "暫住", "暫住登記"],
  ] as const) {
    await page.goto(`/?lang=${locale}&q=${encodeURIComponent(query)}`);
    await expect(wizard.shown.locator(".results a").first()).toHaveText(name);
    await isRight(page, query);
  }
});
