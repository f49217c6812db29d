// Which differences are meant, and why ours is as it is.
import { readFileSync } from "node:fs";
import path from "node:path";

export interface Reason {
  components: string[];
  /** Only in these cases. */
  cases?: string[];
  /** Differences as `tree.ts` writes them; `*` is anything. */
  lines: string[];
  /** Why ours is as it is. */
  why: string;
  /** Where GOV.UK's is better: what should be done. */
  todo?: string;
}

export const reasons: Reason[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "differences.json"), "utf8"));

/** The reason for a difference, and the line that covers it. */
export function reasonOf(component: string, name: string, difference: string): { reason: Reason; line: string } | undefined {
  for (const reason of reasons) {
    if (!reason.components.includes(component) || reason.cases?.includes(name) === false) continue;
    const line = reason.lines.find((line) => pattern(line).test(difference));
    if (line !== undefined) return { reason, line };
  }
  return undefined;
}

const pattern = (line: string) =>
  new RegExp(`^${line.replace(/[.+?^${}()|[\]\\/]/g, "\\$&").replaceAll("*", ".*")}$`);
