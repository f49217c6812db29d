// Every page of a form, from its definition: nobody has to keep a list.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { LICENCE, putDraft, RESIDENCE } from "./drafts.ts";

export interface Question {
  id: string;
  kind: string;
  /** Of a text: what it is, a phone number for example. */
  format?: string;
  /** What there is to choose from, or the name of a list. */
  options?: unknown;
  label: Record<string, string>;
  /** Absent: it must be answered. A rule: it depends. */
  required?: unknown;
  fields?: Question[];
}

export interface Step {
  id: string;
  title: Record<string, string>;
  fields: Question[];
}

const folder = resolve(import.meta.dirname, "../../crates/procedure/fixtures/procedures");

export function steps(code: string): Step[] {
  return JSON.parse(readFileSync(resolve(folder, `${code}.json`), "utf8")).steps;
}

/** A page of questions: what is asked there, and where. */
export interface Place {
  code: string;
  /** The address of the page where its questions stand together. */
  path: string;
  step: Step;
  /** The questions of a row, where it is one. */
  row?: Question;
  questions: Question[];
  /** Nothing must be answered here. */
  isFree: boolean;
}

/** Steps where nothing must be answered. */
const FREE = ["members", "expired", "training"];

/** Every page where questions of a step stand together, and the pages of a first row. */
export function places(code: string): Place[] {
  return steps(code).flatMap((step) => {
    const path = `/procedures/${code}/apply/${step.id}`;
    const isFree = FREE.includes(step.id);
    const repeat = step.fields.find(({ kind }) => kind === "repeat");
    const whole: Place = { code, path, step, questions: step.fields, isFree };
    if (!repeat) return [whole];
    return [whole, { code, path: `${path}/1`, step, row: repeat, questions: repeat.fields!, isFree: false }];
  });
}

/** The same pages, one question each. Those that a complete draft does not ask for are left out. */
export function alone(place: Place): Place[] {
  const asked = place.questions.filter(({ id }) => !["hc_code", "members", "ap_helper"].includes(id));
  return asked.map((question) => ({
    ...place,
    path: `${place.path}/${question.id}`,
    questions: [question],
    isFree: question.required !== undefined || question.kind === "information",
  }));
}

/** Whether a question is the first of its kind over all procedures. */
export function firsts(): (question: Question) => boolean {
  const seen = new Map<string, Question>();
  return (question) => {
    const { kind, format, options } = question;
    // A short list of options is another widget than a long one, or one that the portal keeps.
    const alike = [kind, format, Array.isArray(options) ? options.length > 7 : options !== undefined].join(" ");
    if (!seen.has(alike)) seen.set(alike, question);
    return seen.get(alike) === question;
  };
}

/** What a draft keeps, as far as tests change it. */
interface Kept {
  draft: { answers: Record<string, unknown>; confirmed: string[] };
}

/** The same draft with answers that bring in every page that a procedure has, and nearly every question. */
export function withEveryPage(draft: string): string {
  const kept = JSON.parse(draft) as Kept & { procedure: string };
  const { answers, confirmed } = kept.draft;
  const say = (id: string, text: string) => (answers[id] = { text });
  if (kept.procedure === RESIDENCE) {
    say("proof", "no");
    say("c_head", "written");
  }
  if (kept.procedure === LICENCE) {
    say("nationality_kind", "overseas");
    say("passport_no", "B1234567");
    answers.gplx_expiry = { date: { day: "15", month: "5", year: "2025" } };
    say("reason", "other");
    say("reason_other", "Giấy phép bị phai màu, không đọc được ngày cấp.");
    say("suspended", "yes");
    confirmed.push("passport_no", "expired_info", "reason_other", "f_passport", "f_penalty");
  }
  return JSON.stringify(kept);
}

/** The same draft as if nobody had been on this page, or had not come to this question. */
export function without(draft: string, { row, questions }: Pick<Place, "row" | "questions">): string {
  const kept = JSON.parse(draft) as Kept;
  const { answers, confirmed } = kept.draft;
  const ids = questions.map(({ id }) => id);
  if (row) {
    const [first] = (answers[row.id] as { rows: Record<string, unknown>[] }).rows;
    for (const id of ids) delete first![id];
    ids.push(row.id);
  } else {
    for (const id of ids) delete answers[id];
  }
  kept.draft.confirmed = confirmed.filter((id) => !ids.includes(id));
  return JSON.stringify(kept);
}

/** Opens a page of a form on a device with this draft. */
export async function open(page: Page, wizard: Wizard, origin: string, draft: string, path: string, query = ""): Promise<void> {
  await putDraft(page, origin, draft);
  await page.goto(path + query);
  await expect(wizard.heading).toBeVisible();
  expect(new URL(page.url()).pathname, "the page may be shown").toBe(path);
}

/** Presses Continue on a page where something is missing. */
export async function refuse(wizard: Wizard): Promise<void> {
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
}
