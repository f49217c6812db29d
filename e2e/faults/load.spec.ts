// Loading a page while the portal, or what stands before it, does not answer as it should: there is
// always a page, with plain words and a way on.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noViolations } from "../support/axe.ts";
import { Portal } from "../support/portal.ts";
import { gate, onApi, type Fault } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const HTML = "<!doctype html><title>Proxy</title><h1>Proxy</h1>";

function answer(status: number, headers: Record<string, string> = {}): Fault {
  return { kind: "answer", status, body: HTML, headers };
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
  ["429 with Retry-After", answer(429, { "Retry-After": "90" }), "too-many", 2],
  ["500", answer(500), "broken"],
  ["503 with Retry-After", answer(503, { "Retry-After": "600" }), "closed", 10],
];

test.use({
  baseURL: async ({ bad }, use) => {
    await use(bad.network.url);
  },
  // The browser itself logs requests that failed, and what was asked for ahead and not used.
  expectedErrors: [[/^Failed to load resource/, /was preloaded using link preload but not used/], { scope: "test" }],
});

test.describe("every fault has its page, and trying again works", () => {
  for (const [name, fault, ending, minutes] of FAULTS) {
    test(name, async ({ page, wizard, bad: { network } }) => {
      const again = wizard.shown.getByRole("button", { name: words("try-again") });
      const oneHeading = () => expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);

      await test.step("the home page", async () => {
        network.rule = onApi(fault);
        await page.goto("/");
        await wizard.at(words("home-title"));
        await expect(wizard.shown.getByText(words(`trouble-${ending}`))).toBeVisible();
        await oneHeading();
        await noViolations(page);
        network.good();
        await again.click();
        await expect(wizard.shown.getByRole("link", { name: "Đổi giấy phép lái xe" })).toBeVisible();
        await expect(again).toHaveCount(0);
      });

      for (const [path, heading] of [
        ["/procedures/3.000347", "Đổi giấy phép lái xe"],
        ["/procedures/3.000347/apply", "Thông tin của bạn"],
      ] as const) {
        await test.step(path, async () => {
          network.rule = onApi(fault);
          await page.goto(path);
          await wizard.at(words(`trouble-${ending}-title`));
          await expect(page).toHaveTitle(new RegExp(`^${words(`trouble-${ending}-title`)} – `));
          await expect(wizard.shown.getByText(words(`trouble-${ending}`))).toBeVisible();
          await expect(wizard.shown.getByText(words("trouble-safe"))).toBeVisible();
          await expect(wizard.shown.getByRole("heading", { name: words("other-way-title") })).toBeVisible();
          if (minutes) await expect(wizard.shown.getByText(words("trouble-wait", { minutes }))).toBeVisible();
          await oneHeading();
          await noViolations(page);
          network.good();
          await again.click();
          await wizard.at(heading);
          await oneHeading();
        });
      }
    });
  }
});

test("trying again while it is still broken stays on the page, and the focus is not lost", async ({ page, wizard, bad: { network } }) => {
  network.rule = onApi(answer(500));
  await page.goto("/procedures/3.000347");
  const again = wizard.shown.getByRole("button", { name: words("try-again") });
  await again.click();
  await expect.poll(() => network.count("GET /api/procedures/3.000347")).toBeGreaterThan(1);
  await wizard.at(words("trouble-broken-title"));
  await expect(page.locator(":focus")).toBeVisible();
  network.good();
  await again.click();
  await wizard.movedTo("Đổi giấy phép lái xe");
});

test("after the portal is back, the page says whose it is without being loaded again", async ({ page, wizard, bad: { network } }) => {
  network.rule = onApi(answer(503));
  await page.goto("/");
  await expect(wizard.shown.getByText(words("trouble-closed"))).toBeVisible();
  network.good();
  await wizard.shown.getByRole("button", { name: words("try-again") }).click();
  await expect(page.getByRole("link", { name: "Cổng dịch vụ công mẫu" })).toBeVisible();
});

test("a device without a network says so, and goes on when it is back", async ({ page, wizard, context }) => {
  await page.goto("/");
  await expect(wizard.shown.getByRole("link", { name: "Đổi giấy phép lái xe" })).toBeVisible();
  await context.setOffline(true);
  await wizard.shown.getByRole("link", { name: "Đổi giấy phép lái xe" }).click();
  await wizard.movedTo(words("trouble-offline-title"));
  await noViolations(page);
  await context.setOffline(false);
  await wizard.shown.getByRole("button", { name: words("try-again") }).click();
  await wizard.movedTo("Đổi giấy phép lái xe");
});

test.describe("a slow portal", () => {
  for (const [path, heading] of [
    ["/procedures/3.000347", "Đổi giấy phép lái xe"],
    ["/procedures/3.000347/apply", "Thông tin của bạn"],
    ["/dossiers/H00.00.00-261122-0001", words("proof-title")],
  ] as const) {
    test(`${path}: first nothing, then the word that it loads, then the page`, async ({ page, wizard, bad: { network } }) => {
      const { until, open } = gate();
      network.rule = onApi({ kind: "hold", until });
      await page.clock.install({ time: "2026-11-22T08:00:00+07:00" });
      await page.clock.pauseAt("2026-11-22T09:00:00+07:00");
      await page.goto(path, { waitUntil: "commit" });
      await expect(page.getByRole("banner")).toBeVisible();
      const waiting = page.locator(".waiting");
      await expect(waiting).toHaveRole("status");
      if (!path.startsWith("/dossiers")) {
        await page.clock.runFor(450);
        await expect(waiting).toHaveText("");
        await page.clock.runFor(100);
        await expect(waiting).toHaveText(words("waiting"));
        await expect(page.locator("body")).toBeFocused();
      }
      open();
      await page.clock.resume();
      await wizard.at(heading);
      await expect(waiting).toHaveText("");
    });
  }

  test("the home page is there at once, with the procedures when they come", async ({ page, wizard, bad: { network } }) => {
    const { until, open } = gate();
    network.rule = onApi({ kind: "hold", until });
    await page.goto("/", { waitUntil: "commit" });
    await wizard.at(words("home-title"));
    await expect(wizard.shown.getByRole("searchbox")).toBeVisible();
    await expect(page.getByText(words("waiting"))).toBeVisible();
    open();
    await expect(wizard.shown.getByRole("link", { name: "Đổi giấy phép lái xe" })).toBeVisible();
    await expect(page.getByText(words("waiting"))).toHaveCount(0);
  });

  test("the page before stays until the next one is there", async ({ page, wizard, bad: { network } }) => {
    await page.goto("/");
    const { until, open } = gate();
    network.rule = onApi({ kind: "hold", until });
    await wizard.shown.getByRole("link", { name: "Đăng ký tạm trú" }).click();
    await expect(page.getByRole("status").filter({ hasText: words("waiting") })).toBeVisible();
    await wizard.at(words("home-title"));
    open();
    await wizard.movedTo("Đăng ký tạm trú");
  });
});

test.describe("addresses that nobody has", () => {
  for (const path of ["/khong-co", "/procedures", "/procedures/3.000347/apply/a/b/c/d", "/%C4%91%E1%BB%95i"]) {
    test(`${path}: there is no such page`, async ({ page, wizard }) => {
      await page.goto(path);
      await wizard.at(words("not-found-title"));
      await noViolations(page);
      await wizard.shown.getByRole("link", { name: words("not-found-search") }).click();
      await wizard.movedTo(words("home-title"));
    });
  }

  for (const code of ["9.999999", "3.000347%20", "%3Cscript%3E", "%F0%9F%9A%97"]) {
    test(`/procedures/${code}: there is no such procedure`, async ({ page, wizard }) => {
      for (const path of [`/procedures/${code}`, `/procedures/${code}/apply`]) {
        await page.goto(path);
        await wizard.at(words("trouble-not-found-title"));
        await noViolations(page);
      }
    });
  }

  for (const step of ["health", "documents", "nothing", "who/2", "members/99", "who/ap_name"]) {
    test(`a step that is not on the path leads to the first that is open: ${step}`, async ({ page, wizard }) => {
      await page.goto(`/procedures/3.000347/apply/${step}`);
      await wizard.at("Thông tin của bạn");
      await expect(page).toHaveURL(/\/procedures\/3\.000347\/apply\/who$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    });
  }

  for (const path of ["/%", "/%E0%A4%A", "/%ff", "/procedures/%ff", "/procedures/%00", "/..%2f..%2fetc", "/a%5cb", "//"]) {
    test(`strange percent-encoding is a page all the same: ${path}`, async ({ page, bad: { network } }) => {
      await page.goto(`${network.url}${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await noViolations(page);
    });

    test(`the same within the app: ${path}`, async ({ page, wizard }) => {
      await page.goto("/preferences");
      await wizard.at(words("preferences-title"));
      await page.evaluate((path) => {
        history.pushState(null, "", location.origin + path);
        dispatchEvent(new PopStateEvent("popstate"));
      }, path);
      await expect(wizard.heading).not.toHaveText(words("preferences-title"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    });
  }
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
    expectedErrors: [[/Failed to load resource/, /preload/, /^no messages under/, /^settings\.json: /, /Failed to fetch/, /TypeError/], { scope: "test" }],
  });

  for (const [what, is] of [
    ["the words", (path: string) => path.startsWith("/locales/")],
    ["the settings", (path: string) => path === "/settings.json"],
    ["the program", (path: string) => path.endsWith(".wasm")],
  ] as const) {
    for (const [how, fault] of [
      ["cut", { kind: "cut" }],
      ["HTML", answer(200)],
      ["404", answer(404)],
    ] as const) {
      test(`${what}: ${how}: a notice in plain words, and loading again helps`, async ({ page, wizard, bad: { network } }) => {
        network.rule = (_, path) => (is(path) ? fault : undefined);
        await page.goto("/procedures/3.000347/apply");
        const notice = page.getByRole("alert");
        await expect(notice.getByRole("heading", { level: 1, name: "Trang đã dừng lại" })).toBeVisible();
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expect(page.getByText("Đang mở trang. Vui lòng chờ.")).toBeHidden();
        network.good();
        await notice.getByRole("link", { name: /Tải lại trang/ }).click();
        await wizard.at("Thông tin của bạn");
      });
    }
  }

  test("without English words, the page speaks Vietnamese", async ({ page, wizard, bad: { network } }) => {
    network.rule = (_, path) => (path.startsWith("/locales/en/") ? { kind: "cut" } : undefined);
    await page.goto("/?lang=en");
    await wizard.at(words("home-title"));
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await noViolations(page);
  });

  test("a language that cannot be loaded now changes nothing", async ({ page, wizard, bad: { network } }) => {
    await page.goto("/preferences");
    network.rule = (_, path) => (path.startsWith("/locales/en/") ? answer(500) : undefined);
    await page.getByRole("link", { name: "English" }).click();
    await expect.poll(() => network.count("GET /locales/en/*")).toBeGreaterThan(0);
    await wizard.at(words("preferences-title"));
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  });
});
