// What was pressed and what Orca said to it, as text that people can read and a test can compare.

export interface Step {
  /** The part of the journey in which it stands. */
  part: string;
  /** What was done: `Tab`, `type 0912`. */
  done: string;
  said: string[];
}

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
  return CHANGING.reduce((text, [changing, fixed]) => text.replace(changing, fixed), text);
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

/** The lines of `expected` that are not among `said`; a line that stands twice must be said twice. */
export function missing(expected: readonly string[], said: readonly string[]): string[] {
  const left = [...said];
  return expected.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
