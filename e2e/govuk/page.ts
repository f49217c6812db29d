// docs/accessibility/govuk.md: the comparison as a page.
import path from "node:path";
import { IN_SCOPE, numberOf, OTHERS, version, WITHOUT, type Case } from "./cases.ts";
import { reasonOf, reasons, type Reason } from "./reasons.ts";

export const PAGE = path.resolve(import.meta.dirname, "../../docs/accessibility/govuk.md");

/** A case and what came out of it. */
export type Compared = Case & { differences?: string[] };

/** The page. */
export function write(compared: Compared[]): string {
  const of = (component: string) => compared.filter((one) => one.component === component);
  const counts = (all: Compared[]) => {
    const asked = all.filter(({ differences }) => differences);
    const things = new Set(asked.map(({ is }) => JSON.stringify("ours" in is && [is.ours, is.only, is.opening])));
    const equal = asked.filter(({ differences }) => differences?.length === 0).length;
    return [all.length, asked.length, things.size, equal, asked.length - equal, all.length - asked.length];
  };
  const out = Object.keys(OTHERS);
  const outside = out.reduce((sum, component) => sum + numberOf(component), 0);
  const rows = IN_SCOPE.map((component) => `| [${component}](#${component}) | ${counts(of(component)).join(" | ")} |`);
  const todo = reasons.filter(({ todo }) => todo);
  return `<!-- Written by UPDATE=1 npx playwright test a11y/govuk.spec.ts (in e2e/). Edit e2e/govuk/differences.json and cases.ts. -->

# Accessibility: beside the GOV.UK Design System

The package \`govuk-frontend\` publishes, for each of its components, what it is given and the markup that it makes of it. Each of these cases that has
an equivalent is put to our own widgets, and what Chromium gives to assistive technology is compared: roles, names, descriptions, states, heading
levels, what stands in what, and the order of it all. Markup may differ. GOV.UK's is shown with its styles and its script, ours with our styles, as the
app renders it, in English; what our script adds later is not part of this, and has tests of its own. The skip link, the way back, the buttons and the
receipt are no widgets by themselves, and are taken from the running app. \`<label>\`, \`<hint>\` and the like stand for the words of a case; what is
before the arrow is GOV.UK's, what is behind it ours, and – is nothing. In square brackets: the [statements](statements.md).

Version ${version}: ${compared.length + outside} cases of ${IN_SCOPE.length + out.length} components; ${outside} of them are of ${out.length} components that [have no counterpart](#components-without-a-counterpart).
Many cases differ from others only in how they look: *things* counts those that ask for different things of ours.

| component | cases | compared | things | equal | different | without equivalent |
|---|--:|--:|--:|--:|--:|--:|
${rows.join("\n")}
| in all | ${counts(compared).join(" | ")} |

${todo.length ? `## To do\n\nWhere GOV.UK's is better.\n\n${todo.map(({ components, why, todo }) => `- **${components.join(", ")}**: ${why} ${todo}`).join("\n")}\n\n` : ""}${IN_SCOPE.map((component) => section(component, of(component))).join("\n")}
## Components without a counterpart

| component | cases | why |
|---|--:|---|
${out.map((component) => `| ${component} | ${numberOf(component)} | ${cell(OTHERS[component]!)} |`).join("\n")}
`;
}

function section(component: string, all: Compared[]): string {
  const lines = new Map<Reason | undefined, Map<string, string[]>>();
  for (const { name, differences } of all) {
    for (const line of differences ?? []) {
      const reason = reasonOf(component, name, line)?.reason;
      const said = lines.get(reason) ?? lines.set(reason, new Map()).get(reason)!;
      said.set(line, [...(said.get(line) ?? []), name]);
    }
  }
  const differences = [...lines].map(([reason, said]) => {
    const list = [...said].map(([line, names]) => `  - \`${line}\` (${new Set(names).size === 1 ? names[0] : `${new Set(names).size} cases`})`);
    return `- ${reason?.why ?? "No reason."}${reason?.todo ? ` **To do:** ${reason.todo}` : ""}\n${list.join("\n")}`;
  });
  const without = new Map<string, string[]>();
  for (const { name, is } of all) if ("without" in is) without.set(is.without, [...(without.get(is.without) ?? []), name]);
  const none = [...without].map(([why, names]) => `| ${why} | ${names.length} | ${cell(WITHOUT[why]!)} | ${cell(names.join("; "))} |`);
  return `## ${component}

${differences.length ? `${differences.join("\n")}\n` : "Nothing differs.\n"}${
    none.length ? `\n| without equivalent | cases | why | which |\n|---|--:|---|---|\n${none.join("\n")}\n` : ""
  }`;
}

const cell = (text: string) => text.replaceAll("|", "\\|");
