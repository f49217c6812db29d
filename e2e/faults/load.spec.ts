// Loading a page while the portal, or what stands before it, does not answer as it should: there is
// always a page, with plain words and a way on.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { noViolations } from "../support/axe.ts";
import { holdClock } from "../support/clock.ts";
import { keptDraft, LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { shortIf } from "../support/extent.ts";
import { Portal } from "../support/portal.ts";
import { gate, onApi, type BadNetwork, type Fault } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import type { Wizard } from "../pages/wizard.ts";

const EXCHANGE = "Đổi giấy phép lái xe";
const FIRST_STEP = "Thông tin của bạn";
/** The code of pages that nobody needs first. */
const SECOND_PART = /\/later-[^/]*\.wasm$/;

function answer(status: number, headers: Record<string, string> = {}): Fault {
  return { kind: "answer", status, headers };
}

/** What goes wrong, the ending of the words that tell it, and minutes to wait where the portal says. */
const FAULTS: [string, Fault, string, number?][] = [
  ["the connection is cut", { kind: "cut" }, "unreachable"],
  ["a login page answers with 200", answer(200), "unreadable"],
  ["JSON is cut off", { kind: "answer", status: 200, type: "application/json", body: '{"procedures": [{' }, "unreadable"],
  ["400", answer(400), "refused"],
  ["401", answer(401), "sign-in-needed"],
  ["403", answer(403), "forbidden"],
  ["404", answer(404), "not-found"],
  ["409", answer(409), "changed"],
  ["413", answer(413), "too-large"],
  ["422", answer(422), "rejected"],
  ["429 with Retry-After", answer(429, { "Retry-After": "90" }), "too-many", 2],
  ["500", answer(500), "broken"],
  ["502", answer(502), "broken"],
  ["503 with Retry-After", answer(503, { "Retry-After": "600" }), "closed", 10],
];

const SHORT = ["the connection is cut", "JSON is cut off", "503 with Retry-After"];

/** The page shows the one thing that it is about. */
async function oneHeading(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

function again(wizard: Wizard): Locator {
  return wizard.shown.getByRole("button", { name: words("try-again") });
}

test.use({
  baseURL: async ({ bad }, use) => {
    await use(bad.network.url);
  },
  // The browser itself logs requests that failed, and what was asked for ahead and not used.
  expectedErrors: [[/^Failed to load resource/, /was preloaded using link preload but not used/], { scope: "test" }],
});

test.describe("every fault has its page, and trying again works", () => {
  for (const [name, fault, ending, minutes] of FAULTS) {
    // [91] [112]
    // How a status is read is tested natively (src/portal/rest.rs).
    test(name, shortIf(SHORT.includes(name)), async ({ page, wizard, bad: { network } }) => {
      await test.step("the home page", async () => {
        network.rule = onApi(fault);
        await page.goto("/");
        await wizard.at(words("home-title"));
        await expect(wizard.shown.getByText(words(`trouble-${ending}`))).toBeVisible();
        await oneHeading(page);
        if (minutes) await noViolations(page);
        network.good();
        await again(wizard).click();
        await expect(wizard.shown.getByRole("link", { name: EXCHANGE, exact: true })).toBeVisible();
        await expect(again(wizard)).toHaveCount(0);
      });

      await test.step("a step of a form", async () => {
        network.rule = onApi(fault);
        await page.goto(`/procedures/${LICENCE}/apply`);
        await wizard.at(words(`trouble-${ending}-title`));
        await expect(page).toHaveTitle(new RegExp(`^${words(`trouble-${ending}-title`)} – `));
        await expect(wizard.shown.getByText(words(`trouble-${ending}`))).toBeVisible();
        await expect(wizard.shown.getByText(words("trouble-safe"))).toBeVisible();
        await expect(wizard.shown.getByRole("heading", { name: words("other-way-title") })).toBeVisible();
        if (minutes) await expect(wizard.shown.getByText(words("trouble-wait", { minutes }))).toBeVisible();
        await oneHeading(page);
        if (minutes) await noViolations(page);
        network.good();
        await again(wizard).click();
        await wizard.movedTo(FIRST_STEP);
        await oneHeading(page);
      });
    });
  }
});

test("trying again while it is still broken stays on the page, and the focus is not lost", async ({ page, wizard, bad: { network } }) => {
  network.rule = onApi(answer(500));
  await page.goto(`/procedures/${LICENCE}`);
  await again(wizard).click();
  await expect.poll(() => network.count(`GET /api/procedures/${LICENCE}?*`)).toBeGreaterThan(1);
  await wizard.movedTo(words("trouble-broken-title"));
  network.good();
  await again(wizard).click();
  await wizard.movedTo(EXCHANGE);
});

test("a portal that is down, and up again: pages that failed once are asked for anew", async ({ page, wizard, bad: { network, portal } }) => {
  await page.goto("/");
  const link = wizard.shown.getByRole("link", { name: EXCHANGE, exact: true });
  await expect(link).toBeVisible();
  await portal.kill();
  await link.click();
  await wizard.movedTo(words("trouble-unreachable-title"));
  await wizard.shown.getByRole("link", { name: words("back-home") }).click();
  await wizard.movedTo(words("home-title"));
  await expect(wizard.shown.getByText(words("trouble-unreachable"))).toBeVisible();
  await portal.again();
  await again(wizard).click();
  await test.step("by its link", async () => {
    await link.click();
    await wizard.movedTo(EXCHANGE);
  });
  await test.step("by the browser's Back", async () => {
    network.rule = onApi(answer(500));
    await page.goto(`/procedures/${RESIDENCE}/apply/who`);
    await wizard.at(words("trouble-broken-title"));
    await wizard.shown.getByRole("link", { name: words("back-home") }).click();
    await wizard.movedTo(words("home-title"));
    network.good();
    await page.goBack();
    await wizard.movedTo(FIRST_STEP);
  });
});

test("after the portal is back, the page says whose it is without being loaded again", async ({ page, wizard, bad: { network } }) => {
  network.rule = onApi(answer(503));
  await page.goto("/");
  await expect(wizard.shown.getByText(words("trouble-closed"))).toBeVisible();
  network.good();
  await again(wizard).click();
  await expect(wizard.shown.getByRole("link", { name: EXCHANGE, exact: true })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: /^Cổng dịch vụ công mẫu/ })).toBeVisible();
  await expect(page.getByRole("contentinfo").getByText(words("operator"))).toBeVisible();
});

test("a device without a network says so, and goes on when it is back", async ({ page, wizard, context }) => {
  await holdClock(page);
  const comes = (what: RegExp) => page.waitForEvent("requestfinished", (request) => what.test(request.url()));
  const secondPart = Promise.all([comes(SECOND_PART), comes(/\/vi\/later\.ftl$/)]);
  await page.goto("/");
  await expect(wizard.shown.getByRole("link", { name: EXCHANGE, exact: true })).toBeVisible();
  // The second part of the program and its words come by themselves after a while.
  await page.clock.fastForward(20_000);
  await secondPart;
  await context.setOffline(true);
  await wizard.shown.getByRole("link", { name: EXCHANGE, exact: true }).click();
  await wizard.movedTo(words("trouble-offline-title"));
  await noViolations(page);
  await test.step("pages that need nothing from the portal are there", async () => {
    await page.getByRole("link", { name: words("accessibility-link") }).click();
    await wizard.movedTo(words("accessibility-title"));
    await page.goBack();
    await wizard.movedTo(words("trouble-offline-title"));
  });
  await context.setOffline(false);
  await again(wizard).click();
  await wizard.movedTo(EXCHANGE);
});

test("a list of provinces that does not come is asked for again, and nothing typed is lost", async ({ page, wizard, residence, bad: { network } }) => {
  await putDraft(page, network.url, residence);
  network.rule = (method, path) => (path.startsWith("/api/code-lists/") ? answer(500) : undefined);
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  const home = wizard.shown.getByRole("group", { name: /Nơi thường trú/ });
  await expect(home.getByText(words("list-failed")).first()).toBeVisible();
  await noViolations(page);
  await wizard.fill("Số điện thoại", "0987 654 321");
  network.good();
  await home.getByRole("button", { name: words("try-again") }).first().click();
  await expect(home.getByText(words("list-failed"))).toHaveCount(0);
  await expect(home.getByText(words("list-loading"))).toHaveCount(0);
  await expect(page.locator(":focus")).toBeVisible();
  await wizard.pick(home, words("address-province"), "da nang", "Thành phố Đà Nẵng");
  await expect(wizard.shown.getByLabel("Số điện thoại")).toHaveValue("0987 654 321");
});

test.describe("a slow portal", () => {
  for (const [path, heading] of [
    [`/procedures/${LICENCE}`, EXCHANGE],
    [`/procedures/${LICENCE}/apply`, FIRST_STEP],
  ] as const) {
    // [28]
    test(`${path}: first nothing, then the word that it loads, then the page`, async ({ page, wizard, bad: { network } }) => {
      const { until, open } = gate();
      network.rule = onApi({ kind: "hold", until });
      await holdClock(page, "2026-11-22T08:00:00+07:00");
      await page.clock.pauseAt("2026-11-22T09:00:00+07:00");
      await page.goto(path, { waitUntil: "commit" });
      await expect(page.getByRole("banner")).toBeVisible();
      const waiting = page.locator(".waiting");
      await expect(waiting).toHaveRole("status");
      await page.clock.runFor(450);
      await expect(waiting).toHaveText("");
      await page.clock.runFor(100);
      await expect(waiting).toHaveText(words("waiting"));
      await expect(page.locator("body")).toBeFocused();
      open();
      await page.clock.resume();
      await wizard.at(heading);
      await expect(waiting).toHaveText("");
    });
  }

  test("that never answers is given up after half a minute, and trying again works", async ({ page, wizard, bad: { network } }) => {
    const { until, open } = gate();
    network.rule = onApi({ kind: "hold", until });
    await holdClock(page);
    await page.goto(`/procedures/${LICENCE}`, { waitUntil: "commit" });
    await expect(page.getByRole("status").filter({ hasText: words("waiting") })).toBeVisible();
    await page.clock.fastForward(31_000);
    await wizard.at(words("trouble-too-slow-title"));
    await expect(wizard.shown.getByText(words("trouble-too-slow"))).toBeVisible();
    await noViolations(page);
    network.good();
    await again(wizard).click();
    await wizard.movedTo(EXCHANGE);
    open();
  });

  test("the home page is there at once, with the procedures when they come", async ({ page, wizard, bad: { network } }) => {
    const { until, open } = gate();
    network.rule = onApi({ kind: "hold", until });
    await page.goto("/", { waitUntil: "commit" });
    await wizard.at(words("home-title"));
    await expect(wizard.shown.getByRole("searchbox")).toBeVisible();
    await expect(page.getByText(words("waiting"))).toBeVisible();
    open();
    await expect(wizard.shown.getByRole("link", { name: EXCHANGE, exact: true })).toBeVisible();
    await expect(page.getByText(words("waiting"))).toHaveCount(0);
  });

  // [17] [28]
  test("the page before stays until the next one is there", async ({ page, wizard, bad: { network } }) => {
    await page.goto("/");
    const link = wizard.shown.getByRole("link", { name: "Đăng ký tạm trú" });
    await expect(link).toBeVisible();
    const { until, open } = gate();
    network.rule = onApi({ kind: "hold", until });
    await link.click();
    await expect(page.getByRole("status").filter({ hasText: words("waiting") })).toBeVisible();
    await wizard.at(words("home-title"));
    await oneHeading(page);
    open();
    await wizard.movedTo("Đăng ký tạm trú");
  });
});

test.describe("addresses that nobody has", () => {
  // [112]
  test("there is no such page", async ({ page, wizard }) => {
    for (const path of ["/khong-co", "/procedures", `/procedures/${LICENCE}/apply/a/b/c/d`, "/%C4%91%E1%BB%95i", "/tim.php", "/huong-dan.html"]) {
      await test.step(path, async () => {
        await page.goto(path);
        await wizard.at(words("not-found-title"));
        await expect(page).toHaveTitle(new RegExp(`^${words("not-found-title")} – `));
        await oneHeading(page);
      });
    }
    await noViolations(page);
    await wizard.shown.getByRole("link", { name: words("not-found-search") }).click();
    await wizard.movedTo(words("home-title"));
  });

  // [112]
  test("there is no such procedure", async ({ page, wizard }) => {
    for (const code of ["9.999999", `${LICENCE}%20`, "%3Cscript%3E", "%F0%9F%9A%97"]) {
      for (const path of [`/procedures/${code}`, `/procedures/${code}/apply`, `/procedures/${code}/review`]) {
        await test.step(path, async () => {
          await page.goto(path);
          await wizard.at(words("trouble-not-found-title"));
          await oneHeading(page);
        });
      }
    }
    await noViolations(page);
  });

  // [24]
  test("a step that is not on the path leads to the first that is open", async ({ page, wizard }) => {
    for (const path of ["apply/health", "apply/documents", "apply/nothing", "apply/who/2", "apply/members/99", "apply/who/ap_name", "review"]) {
      await test.step(path, async () => {
        await page.goto(`/procedures/${LICENCE}/${path}`);
        await wizard.at(FIRST_STEP);
        await expect(page).toHaveURL(new RegExp(`/procedures/${LICENCE}/apply/who$`));
        await oneHeading(page);
      });
    }
  });

  const STRANGE = ["/%", "/%E0%A4%A", "/%ff", "/procedures/%ff", "/procedures/%00", "/..%2f..%2fetc", "/a%5cb", "//"];

  test("strange percent-encoding is a page all the same", async ({ page, bad: { network } }) => {
    for (const path of STRANGE) {
      await test.step(path, async () => {
        await page.goto(`${network.url}${path}`);
        await oneHeading(page);
      });
    }
  });

  test("the same within the app", async ({ page, wizard }) => {
    await page.goto("/preferences");
    for (const path of STRANGE) {
      await test.step(path, async () => {
        await wizard.at(words("preferences-title"));
        await page.evaluate((path) => {
          history.pushState(null, "", location.origin + path);
          dispatchEvent(new PopStateEvent("popstate"));
        }, path);
        await expect(wizard.heading).not.toHaveText(words("preferences-title"));
        await expect(wizard.heading).toBeFocused();
        await page.goBack();
      });
    }
  });
});

test.describe("a definition with mistakes", () => {
  test.use({ expectedErrors: [[/^definition 9\.000009: /, /preload/], { scope: "test" }] });

  test("gives a plain page, and every mistake to the operator", async ({ page, wizard }) => {
    const folder = mkdtempSync(join(tmpdir(), "motcua-wrong-"));
    const wrong = {
      format: 1,
      code: "9.000009",
      version: "1",
      name: { vi: "Thủ tục hỏng" },
      summary: { vi: "Hỏng" },
      agency: { vi: "Cơ quan mẫu" },
      level: "ful",
      steps: [
        {
          id: "a",
          title: { vi: "Bước một" },
          fields: [
            { id: "n", kind: "text", label: { vi: "Tên" }, max_leng: 5 },
            { id: "m", kind: "text", label: { vi: "Tuổi" }, visible: { "==": [{ var: "nobody" }, 1] } },
          ],
        },
      ],
    };
    writeFileSync(join(folder, "wrong.json"), JSON.stringify(wrong));
    const portal = await Portal.start(["--procedures", folder]);
    try {
      for (const path of ["/procedures/9.000009", "/procedures/9.000009/apply"]) {
        await page.goto(`${portal.url}${path}`);
        await wizard.at(words("mistaken-title"));
        await expect(wizard.shown.getByText(words("mistaken"))).toBeVisible();
        await expect(wizard.shown.getByRole("heading", { name: words("other-way-title") })).toBeVisible();
        const mistakes = wizard.shown.getByRole("listitem");
        await expect(mistakes.filter({ visible: true })).toHaveCount(0);
        await wizard.shown.getByText(words("mistaken-operator", { n: 3 })).click();
        await expect(mistakes.filter({ visible: true })).toHaveCount(3);
        for (const where of ["/level: ", "/steps/0/fields/0/max_leng: ", "/steps/0/fields/1/visible"]) {
          await expect(mistakes.filter({ hasText: where })).toHaveCount(1);
        }
        await noViolations(page);
      }
    } finally {
      await portal.end();
      rmSync(folder, { recursive: true });
    }
  });
});

test.describe("what the app needs to begin", () => {
  test.use({
    expectedErrors: [
      [/Failed to load resource/, /preload/, /^no messages under/, /^settings\.json: /, /[Ff]ailed to fetch/, /Failed to load module script/, /TypeError/, /CompileError/],
      { scope: "test" },
    ],
  });

  /** The notice of `index.html` is all that there is, and its link loads the page once more. */
  async function stopped(page: Page, wizard: Wizard, network: BadNetwork): Promise<void> {
    await expect(page.getByRole("heading", { level: 1, name: "Trang đã dừng lại" })).toBeVisible();
    await expect(page.getByText("Đang mở trang. Chờ một chút.")).toBeHidden();
    await oneHeading(page);
    network.good();
    await page.getByRole("link", { name: /^Tải lại trang/ }).click();
    await wizard.at(FIRST_STEP);
  }

  const WAYS: [string, Fault][] = [
    ["cut", { kind: "cut" }],
    ["HTML", answer(200)],
    ["404", answer(404)],
  ];

  test("without its words or settings: a notice in plain words, and loading again helps", async ({ page, wizard, bad: { network } }) => {
    for (const start of ["/locales/", "/settings.json"]) {
      for (const [how, fault] of WAYS) {
        await test.step(`${start}: ${how}`, async () => {
          network.rule = (_, path) => (path.startsWith(start) ? fault : undefined);
          await page.goto(`/procedures/${LICENCE}/apply`);
          await stopped(page, wizard, network);
        });
      }
    }
  });

  // The browser keeps these for a year: each has a device of its own.
  for (const [how, fault] of WAYS) {
    for (const [what, name] of [
      ["program", /\.wasm$/],
      ["script", /\/motcua-[0-9a-f]+\.js$/],
    ] as const) {
      const isShort = ["script cut", "program HTML"].includes(`${what} ${how}`);
      test(`without its ${what} (${how}): a notice in plain words, and loading again helps`, shortIf(isShort), async ({ page, wizard, bad: { network } }) => {
        network.rule = (_, path) => (name.test(path) ? fault : undefined);
        await page.goto(`/procedures/${LICENCE}/apply`);
        await stopped(page, wizard, network);
      });
    }
  }

  for (const [how, fault, what, name] of [
    ...WAYS.map((way) => [...way, "the second part of its program", SECOND_PART] as const),
    ["cut", { kind: "cut" }, "the words of its second part", /\/later\.ftl$/] as const,
  ]) {
    test(`without ${what} (${how}): a page says so, loading again helps, and what was typed is kept`, shortIf(!["cut", "HTML"].includes(how) || name !== SECOND_PART), async ({ page, wizard, bad: { network } }) => {
      network.rule = (_, path) => (name.test(path) ? fault : undefined);
      await page.goto(`/procedures/${RESIDENCE}/apply`);
      await wizard.at(FIRST_STEP);
      await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
      await page.getByRole("link", { name: words("accessibility-link") }).click();
      await wizard.movedTo(words("trouble-unreachable-title"));
      await expect(wizard.shown.getByText(words("trouble-safe"))).toBeVisible();
      network.good();
      await again(wizard).click();
      await wizard.at(words("accessibility-title"));
      await page.goBack();
      await wizard.movedTo(FIRST_STEP);
      await expect(wizard.shown.getByLabel("Họ, chữ đệm và tên")).toHaveValue("Nguyễn Văn Mẫu");
    });
  }

  test("another language while the words of the second part are on their way: they come in that language", async ({ page, bad: { network } }) => {
    const { until, open } = gate();
    network.rule = (_, path) => (path === "/locales/vi/later.ftl" ? { kind: "hold", until } : undefined);
    const asked = page.waitForRequest(/\/locales\/vi\/later\.ftl/);
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await asked;
    await page.getByRole("banner").getByRole("link", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    open();
    await page.locator("#display").click();
    await expect(page.locator("#panel").getByRole("heading", { name: words("preferences-title", {}, "en") })).toBeVisible();
  });

  test("Continue before the second part of the program is there: it waits, and what is wrong is said", async ({ page, wizard, bad: { network } }) => {
    const { until, open } = gate();
    network.rule = (_, path) => (SECOND_PART.test(path) ? { kind: "hold", until } : undefined);
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await wizard.at(FIRST_STEP);
    await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
    await wizard.goOn();
    await expect(page.getByRole("status").filter({ hasText: words("waiting") })).toBeVisible();
    await wizard.at(FIRST_STEP);
    open();
    await expect(wizard.summary).toBeFocused();
    await expect(page.getByText(words("waiting"))).toHaveCount(0);
    await expect(wizard.shown.getByLabel("Họ, chữ đệm và tên")).toHaveValue("Nguyễn Văn Mẫu");
  });

  test("Continue without the second part of the program: a page says so, and nothing typed is lost", async ({ page, wizard, bad: { network } }) => {
    network.rule = (_, path) => (SECOND_PART.test(path) ? { kind: "cut" } : undefined);
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await wizard.at(FIRST_STEP);
    await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
    await wizard.goOn();
    await wizard.movedTo(words("trouble-unreachable-title"));
    await expect(wizard.shown.getByText(words("trouble-safe"))).toBeVisible();
    network.good();
    await again(wizard).click();
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByLabel("Họ, chữ đệm và tên")).toHaveValue("Nguyễn Văn Mẫu");
    await wizard.goOn();
    await expect(wizard.summary).toBeFocused();
  });

  test("what is opened under the bar needs the second part of the program, and says so", async ({ page, wizard, bad: { network } }) => {
    network.rule = (_, path) => (SECOND_PART.test(path) ? { kind: "cut" } : undefined);
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await wizard.at(FIRST_STEP);
    await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
    const banner = page.getByRole("banner");
    for (const key of ["preferences-link", "read-aloud-link"]) {
      await banner.getByRole("button", { name: words(key) }).click();
      await expect(banner.getByText(words("trouble-unreachable"))).toBeVisible();
    }
    await expect(page.getByRole("status").filter({ hasText: words("trouble-unreachable") })).toBeAttached();
    await noViolations(page);
    network.good();
    await banner.getByRole("button", { name: words("try-again") }).click();
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByLabel("Họ, chữ đệm và tên")).toHaveValue("Nguyễn Văn Mẫu");
  });

  test("the second part of the program is asked for again when it is needed", async ({ page, wizard, bad: { network } }) => {
    network.rule = (_, path) => (SECOND_PART.test(path) ? { kind: "cut" } : undefined);
    const failed = page.waitForEvent("requestfailed", (request) => SECOND_PART.test(request.url()));
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await wizard.at(FIRST_STEP);
    await failed;
    network.good();
    await page.getByRole("link", { name: words("accessibility-link") }).click();
    await wizard.movedTo(words("accessibility-title"));
  });

  test("without English words, the page speaks Vietnamese", async ({ page, wizard, bad: { network } }) => {
    network.rule = (_, path) => (path.startsWith("/locales/en/") ? { kind: "cut" } : undefined);
    await page.goto("/?lang=en");
    await wizard.at(words("home-title"));
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await noViolations(page);
  });

  test("a language that cannot be loaded now changes nothing", async ({ page, wizard, bad: { network } }) => {
    await page.goto("/preferences");
    await wizard.at(words("preferences-title"));
    network.rule = (_, path) => (path.startsWith("/locales/en/") ? answer(500) : undefined);
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.locator("#panel").getByRole("button", { name: words("try-again") })).toBeVisible();
    await wizard.at(words("preferences-title"));
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  });
});

test.describe("when the app itself breaks", () => {
  /** As an extension that guards the page may do: nothing can be made any more. */
  async function breakThePage(page: Page): Promise<void> {
    await page.evaluate(() => {
      const refuse = () => {
        throw new Error("no more elements");
      };
      Document.prototype.createElement = refuse;
      Document.prototype.createElementNS = refuse;
      Node.prototype.cloneNode = refuse;
    });
  }

  test.use({ expectedErrors: [[/preload/, /panicked/, /unreachable/, /no more elements/], { scope: "test" }] });

  test("a notice says that the answers are kept, and they are", async ({ page, wizard, residence, bad: { network } }) => {
    await putDraft(page, network.url, residence);
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await wizard.at("Địa chỉ và liên hệ");
    await wizard.fill("Số điện thoại", "0987 654 321");
    await breakThePage(page);
    await wizard.goOn();
    const heading = page.getByRole("heading", { level: 1, name: "Trang đã dừng lại" });
    await expect(heading).toBeInViewport();
    await expect(page.getByText(/Những gì bạn đã nhập vẫn còn trên máy này/)).toBeInViewport();
    await oneHeading(page);
    // A screen reader reads what has the focus.
    await expect(page.locator(":focus")).toContainText("Trang đã dừng lại");
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await expect(wizard.shown.getByLabel("Số điện thoại")).toHaveValue("0987 654 321");
  });

  test("a trap in WebAssembly is told too: it is no panic, and the app cannot say it by itself", async ({ page, wizard, residence, bad: { network } }) => {
    await putDraft(page, network.url, residence);
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await wizard.at("Địa chỉ và liên hệ");
    await wizard.fill("Số điện thoại", "0987 654 321");
    await expect.poll(async () => (await keptDraft(page, RESIDENCE)) ?? "").toContain("0987 654 321");
    await page.evaluate(() => {
      // A module with one function, which is `unreachable`.
      const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap)));
      document.addEventListener("click", exports.f as () => void, { capture: true });
    });
    await wizard.goOn();
    await expect(page.getByRole("heading", { level: 1, name: "Trang đã dừng lại" })).toBeInViewport();
    await oneHeading(page);
    await expect(page.locator(":focus")).toContainText("Trang đã dừng lại");
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await expect(wizard.shown.getByLabel("Số điện thoại")).toHaveValue("0987 654 321");
  });

  test("the link of the notice loads the page again", async ({ page, wizard, residence, bad: { network } }) => {
    await putDraft(page, network.url, residence);
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await wizard.at("Địa chỉ và liên hệ");
    await breakThePage(page);
    await wizard.goOn();
    await page.getByRole("link", { name: /^Tải lại trang/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Trang đã dừng lại" })).toBeHidden();
    await expect(wizard.heading).toBeVisible();
  });
});

test.describe("in a browser that is too old", () => {
  /** As a browser that takes no code with this byte. */
  async function refuseCode(page: Page, byte: number): Promise<void> {
    await page.addInitScript((byte) => {
      const { validate } = WebAssembly;
      WebAssembly.validate = (code) => validate(code) && !new Uint8Array(code as ArrayBuffer).includes(byte);
    }, byte);
  }

  const TOO_OLD = { level: 1, name: "Trình duyệt này quá cũ" };
  const anyway = (page: Page) => page.getByRole("button", { name: /^Vẫn mở trang/ });

  test("one that lacks what the app uses says so, and nothing else is there", async ({ page }) => {
    await refuseCode(page, 0xc0);
    await page.goto(`/procedures/${RESIDENCE}`);
    await expect(page.getByRole("heading", TOO_OLD)).toBeInViewport();
    await expect(page.getByText("Đang mở trang. Chờ một chút.")).toBeHidden();
    await expect(anyway(page)).toBeHidden();
    await oneHeading(page);
    await noViolations(page);
  });

  test("one that makes mistakes says so, and opens the page all the same when it is asked to, from then on", async ({ page, wizard }) => {
    await refuseCode(page, 0xfd);
    await page.setViewportSize({ width: 320, height: 600 });
    await page.goto(`/procedures/${RESIDENCE}`);
    await expect(page.getByRole("heading", TOO_OLD)).toBeInViewport();
    await expect(page.getByText(/trang có thể dừng lại giữa chừng/)).toBeVisible();
    await oneHeading(page);
    await noViolations(page);
    await page.keyboard.press("Tab");
    await expect(anyway(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await wizard.at("Đăng ký tạm trú");
    await oneHeading(page);
    await page.reload();
    await wizard.at("Đăng ký tạm trú");
  });
});
