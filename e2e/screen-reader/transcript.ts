// What was pressed and what Orca said to it, as text that people can read and a test can compare.

import { now } from "../support/clock.ts";

export interface Step {
  /** The part of the journey in which it stands. */
  part: string;
  /** What was done: `Tab`, `type 0912`. */
  done: string;
  said: string[];
}

/** Ends what was done where the answer is only written down, not compared. */
export const LOOSE = " ~";

/** As the app writes it in Vietnam: 24/11/2026. */
const date = () => new Date(now()).toLocaleDateString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });

/** What differs from run to run, and what stands for it in a transcript. */
const CHANGING: [RegExp, string][] = [
  // When something was kept or sent.
  [/\d?\d:\d\d \d?\d\/\d?\d\/\d{4}/g, "08:00 1/1/2026"],
  // The day and the number in a dossier's code, which are said one after the other.
  [/^\d{6}\.$/, "260101."],
  [/^\d{4}\.$/, "0001."],
  // The lookup word.
  [/\b[A-Z0-9]{5}-[A-Z0-9]{5}\b/g, "ABCDE-12345"],
];

export function steady(line: string): string {
  const text = line.replace(/\s+/g, " ").trim();
  return CHANGING.reduce((text, [changing, fixed]) => text.replace(changing, fixed), text).replaceAll(date(), "1/1/2026");
}

export function write(steps: readonly Step[]): string {
  let part = "";
  const lines: string[] = [];
  for (const step of steps) {
    if (step.part !== part) lines.push(...(part ? [""] : []), `== ${step.part}`, "");
    part = step.part;
    lines.push(`[${step.done}]`, ...step.said.map((line) => `    ${line}`));
  }
  return `${lines.join("\n")}\n`;
}

export function read(text: string): Step[] {
  const steps: Step[] = [];
  let part = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("== ")) part = line.slice(3);
    else if (line.startsWith("[")) steps.push({ part, done: line.slice(1, -1), said: [] });
    else if (line.trim()) steps.at(-1)?.said.push(line.trim());
  }
  return steps;
}

/** Orca's words about itself and about what surrounds the place: in most runs, not in all. */
const SURROUNDINGS =
  /^(leaving .*|Focus mode|Browse mode|clickable\.|main content\.?|mẫu|form|search|(region|Danh sách) .*|Text unselected\.|Cuộn đến đỉnh\.)$/;

/** The lines of `expected` that are not among `said`, or in one of its lines; each answers for one. */
export function missing(expected: readonly string[], said: readonly string[]): string[] {
  const left = [...said];
  return expected.filter((line) => {
    if (SURROUNDINGS.test(line)) return false;
    const same = left.indexOf(line);
    const at = same >= 0 ? same : left.findIndex((longer) => longer.includes(line));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** That a list is open, Orca says once or twice while somebody types. */
const OPEN = /^(đã giãn ra|expanded)$/;

/** The lines of `expected` that are said more often. */
function again(expected: readonly string[], said: readonly string[]): string[] {
  const count = (lines: readonly string[], line: string) => lines.filter((other) => other === line).length;
  return [...new Set(expected)].filter((line) => !SURROUNDINGS.test(line) && !OPEN.test(line) && count(said, line) > count(expected, line));
}

/** What was said in an earlier run and is not now, and what is said more often; empty where nothing is. */
export function differences(known: readonly Step[], now: readonly Step[]): string[] {
  const count = Math.max(known.length, now.length);
  return Array.from({ length: count }, (_, n) => {
    const [before, after] = [known[n], now[n]];
    if (before?.done !== after?.done) return [`step ${n + 1} was [${before?.done}], is [${after?.done}]`];
    if (after?.done.endsWith(LOOSE)) return [];
    const [expected, said] = [before?.said ?? [], after?.said ?? []];
    const at = `${after?.part}, step ${n + 1} [${after?.done}]`;
    return [
      ...missing(expected, said).map((line) => `${at} not said: ${line}`),
      ...again(expected, said).map((line) => `${at} said again: ${line}`),
    ];
  }).flat();
}
