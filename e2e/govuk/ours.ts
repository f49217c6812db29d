// Our own widgets, rendered without a browser by a test of the app.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Part } from "./cases.ts";

export type Rendered = { html: string } | { mistakes: string };

const ROOT = path.resolve(import.meta.dirname, "../..");
const TEST = "fields::tests::rendered::what_a_browser_test_asks_for";

/** Renders parts of pages by the app's unit tests: `cargo xtask test e2e` compiles them and says where they are. */
export function render(parts: Part[]): Rendered[] {
  const program = process.env.APP_TESTS;
  if (!program) throw new Error("APP_TESTS must name the app's unit tests: cargo xtask test e2e sets it");
  const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-widgets-"));
  const [asked, rendered] = ["asked.json", "rendered.json"].map((name) => path.join(folder, name)) as [string, string];
  writeFileSync(asked, JSON.stringify(parts));
  try {
    execFileSync(program, ["--ignored", "--exact", TEST], {
      cwd: ROOT,
      env: { ...process.env, WIDGETS: asked, RENDERED: rendered },
      stdio: ["ignore", "ignore", "inherit"],
    });
    return JSON.parse(readFileSync(rendered, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Our styles: what they hide or add is part of what is heard. */
export function styles(): string {
  const folder = path.join(ROOT, "style");
  const inside = (name: string) => readdirSync(path.join(folder, name)).sort().map((file) => `${name}/${file}`);
  const files = ["tokens.css", "base.css", "objects.css", ...inside("ui"), ...inside("fields"), "modes.css", "print.css"];
  return files.map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n");
}
