// One journey in the engines that are no Chromium of today: from the search to the receipt. What is not installed is
// left out, and says so.
import { expect, test } from "@playwright/test";
import { fillDrivingLicence } from "../journeys/sample.ts";
import { files } from "../support/files.ts";
import { Portal } from "../support/portal.ts";
import { words } from "../support/words.ts";
import { clocked } from "./clocked.ts";
import { ENGINES, missing } from "./engines.ts";
import { Visitor } from "./visitor.ts";

const NAME = "Họ, chữ đệm và tên";
const WHO = "Thông tin của bạn";

/** What happens on the way, by the heading of the page and how often it has been looked at there: as it comes, with its
 * errors, filled in. */
const onTheWay = (visitor: Visitor): Record<string, () => Promise<void>> => ({
  // Continued while it is empty.
  [`${WHO} 2`]: async () => {
    await visitor.sees("the summary has the focus", () => document.activeElement?.getAttribute("aria-labelledby") === "error-summary-title");
    await visitor.sees("the title says it", () => document.title.startsWith("Lỗi: "));
    await visitor.click({ role: "link", name: /./, within: "Có chỗ cần sửa" });
    await visitor.sees("the link leads to the control", () => document.activeElement instanceof HTMLInputElement);
  },
  "Địa chỉ và liên hệ 1": async () => {
    await visitor.browser.back();
    await visitor.at(WHO);
    await visitor.has(NAME, "Nguyễn Văn Mẫu");
    await visitor.goOn();
    await visitor.at("Địa chỉ và liên hệ");
  },
  // What was typed is kept before each change of page.
  "Đề nghị đổi 1": async () => {
    await visitor.reload();
    await visitor.at("Đề nghị đổi");
    await visitor.click({ role: "link", name: "Quay lại" });
    await visitor.at("Giấy phép lái xe hiện có");
    await visitor.has("Số giấy phép lái xe", "010 123 456 789");
    await visitor.has("Nơi cấp", "Sở Giao thông vận tải Hà Nội");
    await visitor.goOn();
    await visitor.at("Đề nghị đổi");
  },
  "Giấy khám sức khỏe 1": async () => {
    await visitor.click({ role: "button", name: words("preferences-link") });
    await visitor.click({ role: "radio", name: "200%", within: words("preferences-text") });
    await visitor.sees("large text", () => document.documentElement.dataset.textSize === "200");
    await visitor.click({ role: "button", name: words("preferences-close") });
  },
  "Nhận giấy phép mới 1": async () => {
    await visitor.click({ role: "button", name: words("languages-link") });
    await visitor.click({ role: "link", name: /ខ្មែរ/ });
    await visitor.sees("Khmer", () => document.documentElement.lang === "km");
    await visitor.sees("its words", () => /[\u1780-\u17ff]/.test(document.querySelector("[data-slot=shown]")!.textContent!));
    await visitor.click({ role: "link", name: "Tiếng Việt" });
    await visitor.sees("Vietnamese", () => document.documentElement.lang === "vi");
    await visitor.at("Nhận giấy phép mới");
  },
});

/** In the page: what somebody sees there, for whoever reads of a failure. */
function whereItIs(): string {
  const inputs = [...document.querySelectorAll<HTMLInputElement>("[data-slot=shown] :is(input, textarea)")];
  const values = inputs.map(({ id, type, value, checked }) => `${id}: ${type === "radio" || type === "checkbox" ? checked : value}`);
  return [location.href, document.body.innerText, ...values].join("\n");
}

for (const engine of ENGINES) {
  test(engine.name, async () => {
    const without = missing(engine);
    console.log(without.length ? `${engine.name}: left out, without ${without.join(", ")}` : `${engine.name}: installed`);
    test.skip(without.length > 0, `without ${without.join(", ")}`);
    const portal = await Portal.start();
    const { url, logged, end } = await clocked(portal.url);
    const browser = await engine.start();
    try {
      const visitor = new Visitor(browser);
      await browser.open(url);
      // Not every browser can be told which language it has.
      await visitor.at(/./);
      if ((await browser.evaluate(() => document.documentElement.lang)) !== "vi") await visitor.click({ role: "link", name: "Tiếng Việt" });
      await visitor.at(words("home-title"));
      await visitor.type({ role: "searchbox", name: words("search-label") }, "doi giay phep");
      await visitor.sees("what is found", () => /\?q=doi%20giay%20phep$/.test(location.href) && /Tìm thấy \d+ thủ tục/.test(document.body.innerText));
      // The list is drawn anew when the whole catalogue has come: a press in that moment reaches nothing, and is done again.
      await expect(async () => {
        await visitor.click({ role: "link", name: "Đổi giấy phép lái xe" });
        await expect.poll(() => visitor.heading.innerText(), { timeout: 5_000 }).toBe("Đổi giấy phép lái xe");
      }).toPass({ timeout: 40_000 });
      await visitor.click({ role: "link", name: "Bắt đầu" });

      const looks = new Map<string, number>();
      const happens = onTheWay(visitor);
      await fillDrivingLicence(visitor.wizard, files(), {
        eachPage: async () => {
          const heading = await visitor.heading.innerText();
          const times = (looks.get(heading) ?? 0) + 1;
          looks.set(heading, times);
          // The second look is behind a Continue that was refused: what is typed before the focus has moved is lost.
          if (times === 2) await visitor.sees("the focus on what is wrong", () => document.activeElement?.id === "error-summary");
          const happening = `${heading} ${times}`;
          await happens[happening]?.();
          delete happens[happening];
        },
      });
      expect(Object.keys(happens), "what did not happen on the way").toEqual([]);

      await visitor.click({ role: "checkbox", name: /cam đoan/ });
      await visitor.click({ role: "button", name: "Gửi hồ sơ" });
      await visitor.at("Đã gửi hồ sơ");
      const code = await browser.evaluate(() => document.querySelector("[data-slot=shown] .code-line .code")!.textContent!.replace(/\s/g, ""));
      expect(await portal.dossiers()).toEqual([code]);
      expect(logged, "what the pages logged").toEqual([]);
    } catch (error) {
      console.log(`${engine.name} stood at`, await browser.evaluate(whereItIs).catch(String), logged);
      throw error;
    } finally {
      await browser.close();
      await end();
      await portal.end();
    }
  });
}
