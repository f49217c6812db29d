// `test` with Orca, and with the portal and the files of the other tests.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLOCK } from "../support/clock.ts";
import { BadNetwork } from "../support/proxy.ts";
import { expect, test as base } from "../support/test.ts";
import { Desktop, type Language } from "./desktop.ts";
import { Reader } from "./reader.ts";
import { differences, read, write } from "./transcript.ts";

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
    const known = process.env.UPDATE ? undefined : read(readFileSync(file, "utf8"));
    const desktop = await Desktop.start(language, info.outputPath("desktop.log"));
    const network = await BadNetwork.before(portal.url);
    network.early = CLOCK;
    try {
      const reader = new Reader(desktop, await desktop.open(network.url), known);
      const written = () => write(reader.steps);
      await use(reader).finally(() => writeFileSync(info.outputPath("transcript.txt"), written()));
      if (reader.lost.length) console.log(`  nothing was said at first, ${transcript}: ${reader.lost.join(", ")}`);
      if (info.errors.length) return;
      if (known) expect(differences(known, reader.steps), "otherwise than in the transcript").toEqual([]);
      else writeFileSync(file, written());
    } finally {
      await network.end();
      await desktop.end();
    }
  },
});

export { expect };
