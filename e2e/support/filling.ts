// Fills in any procedure with its sample answers, page by page, through the controls that people use.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Locator } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import type { Files } from "./files.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Option {
  value: string;
  label: Record<string, string>;
}

interface Field {
  id: string;
  kind: string;
  label: Record<string, string>;
  options?: Option[];
  list?: string;
  list_parent?: string;
  accept?: string[];
  item?: Record<string, string>;
  fields?: Field[];
}

interface Definition {
  name: Record<string, string>;
  account?: { level: number };
  steps: { id: string; title: Record<string, string>; fields: Field[] }[];
  declarations: Field[];
}

const folder = resolve(import.meta.dirname, "../../crates/procedure/fixtures");
const read = (path: string) => JSON.parse(readFileSync(resolve(folder, path), "utf8"));

export const definition = (code: string): Definition => read(`procedures/${code}.json`);
export const sample = (code: string): Record<string, Json> => read(`answers/${code}.json`);

/** What a page does with one question. */
export class Filling {
  private readonly lists = new Map<string, Option[]>();

  constructor(
    readonly wizard: Wizard,
    private readonly origin: string,
    private readonly files: Files,
  ) {}

  /** From the page that is shown to the check page. `each` is called on every page, before and after. */
  async all(code: string, answers: Record<string, Json>, each: (when: "empty" | "filled") => Promise<void> = async () => {}): Promise<void> {
    const { steps } = definition(code);
    for (;;) {
      await expect(this.wizard.heading).toBeVisible();
      const path = new URL(this.wizard.page.url()).pathname;
      if (path.endsWith("/review")) return;
      const step = steps.find(({ id }) => path === `/procedures/${code}/apply/${id}`);
      if (!step) throw new Error(`no step at ${path}`);
      await each("empty");
      await this.step(step.fields, answers);
      await each("filled");
      await this.goOn(path);
    }
  }

  /** Continue; what is only pointed out is gone past with a second one. */
  async goOn(path: string): Promise<void> {
    const { wizard } = this;
    const moved = () => new URL(wizard.page.url()).pathname !== path;
    await wizard.goOn();
    const advice = wizard.shown.locator("#look-again");
    await expect
      .poll(async () => moved() || (await advice.isVisible()) || (await wizard.summary.isVisible()), { message: `from ${path}` })
      .toBe(true);
    if (!moved() && (await advice.isVisible())) await wizard.goOn();
    if (!moved() && (await wizard.summary.isVisible())) throw new Error(`${path}: ${await wizard.summary.innerText()}`);
    await expect.poll(moved, { message: `from ${path}` }).toBe(true);
  }

  async step(fields: Field[], answers: Record<string, Json>): Promise<void> {
    for (const field of fields) {
      const answer = answers[field.id];
      if (answer === undefined || answer === null) continue;
      if (field.kind === "repeat") await this.rows(field, answer as Record<string, Json>[], answers);
      else await this.field(field, answer, answers, field.id);
    }
  }

  private async rows(repeat: Field, rows: Record<string, Json>[], answers: Record<string, Json>): Promise<void> {
    const { wizard } = this;
    for (const [n, row] of rows.entries()) {
      const list = new URL(wizard.page.url()).pathname;
      await wizard.shown.locator("#" + repeat.id + "-add, [data-add]").or(wizard.shown.getByRole("button", { name: /^Thêm/ })).first().click();
      await expect(wizard.page).toHaveURL(new RegExp(`${list}/${n + 1}$`));
      for (const field of repeat.fields!) {
        const answer = row[field.id];
        if (answer !== undefined && answer !== null) await this.field(field, answer, { ...answers, ...row }, `${repeat.id}-${n}-${field.id}`);
      }
      await this.goOn(new URL(wizard.page.url()).pathname);
      await expect(wizard.page).toHaveURL(new RegExp(`${list}$`));
    }
  }

  async field(field: Field, answer: Json, answers: Record<string, Json>, id: string): Promise<void> {
    const question = this.wizard.shown.locator(`[data-field="${id}"]`);
    await expect(question, id).toBeVisible();
    const option = async (value: string) => {
      const options = field.options ?? (await this.list(field.list!, field.list_parent ? String(answers[field.list_parent]) : ""));
      return options.find((one) => one.value === value)!.label.vi!;
    };
    switch (field.kind) {
      case "text":
      case "long-text":
      case "number":
      case "money":
        return void (await question.getByRole("textbox").fill(String(answer)));
      case "date": {
        const [year, month, day] = String(answer).split("-");
        for (const [name, part] of [[/Ngày/, day], [/Tháng/, month], [/Năm/, year]] as const) {
          const input = question.getByRole("textbox", { name });
          if (part !== undefined && (await input.count()) > 0) await input.fill(part);
        }
        return;
      }
      case "yes-no":
        return void (await question.getByRole("radio", { name: answer ? "Có" : "Không", exact: true }).check());
      case "choice":
        return this.choose(question, await option(String(answer)));
      case "choices":
        for (const value of answer as string[]) await question.getByRole("checkbox", { name: await option(value), exact: true }).check();
        return;
      case "address": {
        const { province, commune, detail } = answer as Record<string, string>;
        const name = async (list: string, parent: string, value: string) => (await this.list(list, parent)).find((one) => one.value === value)!.label.vi!;
        await this.pick(question, /Tỉnh, thành phố/, await name("vn-provinces", "", province!));
        await this.pick(question, /Xã, phường/, await name("vn-communes", province!, commune!));
        return void (await question.getByLabel(/Số nhà/).fill(detail!));
      }
      case "file": {
        const wanted = (answer as Json[]).length;
        const takesPdf = (field.accept ?? ["pdf"]).includes("pdf");
        const chosen = Array.from({ length: wanted }, (_, n) => (n === 0 && takesPdf ? this.files.pdf : this.files.portrait));
        await question.locator("input[type=file]").setInputFiles(chosen);
        return void (await expect(question.getByText(/Đã tải lên/)).toHaveCount(wanted));
      }
      default:
        throw new Error(`${id}: ${field.kind}`);
    }
  }

  private async choose(question: Locator, label: string): Promise<void> {
    const box = question.getByRole("combobox");
    if ((await box.count()) > 0) return this.pick(question, /./, label);
    await question.getByRole("radio", { name: label, exact: true }).check();
  }

  private async pick(within: Locator, name: RegExp, label: string): Promise<void> {
    const box = within.getByRole("combobox", { name });
    await box.fill(label);
    await within.getByRole("option", { name: label, exact: true }).click();
    await expect(box).toHaveValue(label);
  }

  private async list(list: string, parent: string): Promise<Option[]> {
    const key = `${list}?parent=${parent}`;
    const known = this.lists.get(key);
    if (known) return known;
    const answer = await this.wizard.page.request.get(`${this.origin}/api/code-lists/${key}`);
    const { options } = (await answer.json()) as { options: Option[] };
    this.lists.set(key, options);
    return options;
  }
}
