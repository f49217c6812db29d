// A citizen at any browser, with the methods of `Wizard` that the sample answers use.
import { expect } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { pattern, type Browser, type Control } from "./browser.ts";

type Name = string | RegExp;

/** Until a state holds. */
const LIMIT = { timeout: 30_000, intervals: [50] };

export class Visitor {
  constructor(readonly browser: Browser) {}

  /** For `fillDrivingLicence`, which needs no more of a wizard than what is here. */
  get wizard(): Wizard {
    return this as unknown as Wizard;
  }

  readonly heading = {
    innerText: () => this.say(() => document.querySelector<HTMLElement>("[data-slot=shown] h1")?.innerText ?? ""),
  };

  readonly shown = {
    getByRole: (role: Control["role"], { name }: { name: Name }) => ({ check: () => this.click({ role, name }) }),
  };

  /** While a page is loaded there may be none to ask. */
  say<Given extends unknown[], Said>(script: (...given: Given) => Said, ...given: Given): Promise<Said | string> {
    return this.browser.evaluate(script, ...given).catch(String);
  }

  /** Until the page says so. */
  async sees<Given extends unknown[]>(what: string, script: (...given: Given) => unknown, ...given: Given): Promise<void> {
    await expect.poll(() => this.say(script, ...given), { ...LIMIT, message: what }).toBe(true);
  }

  async reload(): Promise<void> {
    await this.browser.evaluate(() => void Object.assign(window, { isBefore: true }));
    await this.browser.reload();
    await this.sees("a page that was loaded anew", () => !("isBefore" in window));
  }

  async at(heading: Name): Promise<void> {
    await expect.poll(() => this.heading.innerText(), LIMIT).toMatch(new RegExp(pattern(heading), "u"));
  }

  /** As soon as it can be done: a page may be on its way, or just be drawn anew. */
  async click(control: Control): Promise<void> {
    await expect(() => this.browser.click(control)).toPass(LIMIT);
  }

  async type(control: Control, text: string): Promise<void> {
    await expect(() => this.browser.type(control, text)).toPass(LIMIT);
  }

  fill = (name: Name, value: string): Promise<void> => this.type({ role: "textbox", name }, value);

  choose = (within: Name, name: Name): Promise<void> => this.click({ role: "radio", name, within });

  async date(within: Name, day: string, month: string, year: string): Promise<void> {
    await this.type({ role: "textbox", name: "Ngày", within }, day);
    await this.type({ role: "textbox", name: "Tháng", within }, month);
    await this.type({ role: "textbox", name: "Năm", within }, year);
  }

  async address(within: Name, province: [string, string], commune: [string, string], detail: string): Promise<void> {
    for (const [name, [typed, option]] of [[/Tỉnh, thành phố/, province], [/Xã, phường/, commune]] as const) {
      await this.type({ role: "combobox", name, within }, typed);
      await this.click({ role: "option", name: option });
    }
    await this.type({ role: "textbox", name: /Số nhà/, within }, detail);
  }

  /** Chooses a file and waits until the portal has it. */
  async upload(label: string, file: string): Promise<void> {
    await expect(() => this.browser.attach({ role: "file", name: label }, file)).toPass(LIMIT);
    const said = () =>
      this.say((label) => {
        const all = [...document.querySelectorAll<HTMLElement>("[data-slot=shown] [data-field]")];
        return all.find(({ innerText }) => innerText.includes(label))?.innerText ?? "";
      }, label);
    await expect.poll(said, LIMIT).toContain("Đã tải lên");
  }

  goOn = (): Promise<void> => this.click({ role: "button", name: "Tiếp tục" });

  /** What is in the input with this label. */
  async has(label: string, value: string): Promise<void> {
    await this.sees(
      `${label}: ${value}`,
      (label, value) =>
        [...document.querySelectorAll("[data-slot=shown] label")].some(
          (one) => one.textContent!.trim() === label && ((one as HTMLLabelElement).control as HTMLInputElement | null)?.value === value,
        ),
      label,
      value,
    );
  }
}
