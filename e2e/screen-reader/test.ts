// `test` with Orca, and with the portal and the files of the other tests.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base } from "../support/test.ts";
import { Desktop, type Language } from "./desktop.ts";
import { Reader } from "./reader.ts";
import { missing, read, write } from "./transcript.ts";

interface PerTest {
  language: Language;
  /** The name of the transcript. */
  transcript: string;
  reader: Reader;
}

export const test = base.extend<PerTest>({
  language: ["vi", { option: true }],
  transcript: ["", { option: true }],
  reader: async ({ language, transcript, portal }, use, info) => {
    const file = join(import.meta.dirname, "transcripts", `${transcript}.txt`);
    const known = existsSync(file) && !process.env.UPDATE ? read(readFileSync(file, "utf8")) : undefined;
    const desktop = await Desktop.start(language, info.outputPath("desktop.log"));
    try {
      const reader = new Reader(desktop, await desktop.open(portal.url), known);
      try {
        await use(reader);
      } finally {
        writeFileSync(process.env.UPDATE ? file : info.outputPath("transcript.txt"), write(reader.steps));
      }
      if (known) {
        const different = reader.steps.flatMap(({ done, said }, n) => {
          const expected = known[n]?.said ?? [];
          const [lost, more] = [missing(expected, said), missing(said, expected)];
          return lost.length || more.length || known[n]?.done !== done ? [{ n, done, lost, more }] : [];
        });
        console.log(transcript, reader.steps.length, "steps; different:", JSON.stringify(different, null, 1));
      }
    } finally {
      await desktop.end();
    }
  },
});

export { expect } from "@playwright/test";
