// `test` with a portal, real files and page objects. A page that logs an error fails its test.
import { test as base, expect } from "@playwright/test";
import { setClock } from "./clock.ts";
import { draftOf, LICENCE, RESIDENCE } from "./drafts.ts";
import { files, type Files } from "./files.ts";
import { Portal } from "./portal.ts";
import { BadNetwork } from "./proxy.ts";
import { Wizard } from "../pages/wizard.ts";

interface PerTest {
  wizard: Wizard;
  /** Messages that a page may log: a test that breaks the network expects some. */
  expectedErrors: RegExp[];
  /** A portal of the test's own behind a network that can be spoilt. */
  bad: { portal: Portal; network: BadNetwork };
}

interface PerWorker {
  portal: Portal;
  files: Files;
  /** A draft to begin with: temporary residence, complete, without files. */
  residence: string;
  /** The same for the driving licence exchange, complete but for its files. */
  licence: string;
}

export const test = base.extend<PerTest, PerWorker>({
  // Every context has the clock of the tests, also one that a test makes itself.
  browser: [
    async ({ browser }, use) => {
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await newContext(options);
        await setClock(context);
        return context;
      };
      await use(browser);
      browser.newContext = newContext;
    },
    { scope: "worker" },
  ],
  portal: [
    async ({}, use) => {
      const portal = await Portal.start();
      await use(portal);
      await portal.end();
    },
    { scope: "worker" },
  ],
  files: [async ({}, use) => use(files()), { scope: "worker" }],
  residence: [async ({}, use) => use(draftOf(RESIDENCE)), { scope: "worker" }],
  licence: [async ({}, use) => use(draftOf(LICENCE)), { scope: "worker" }],
  baseURL: async ({ portal }, use) => {
    await use(portal.url);
  },
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = [];
    const note = (text: string) => {
      if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text);
    };
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") note(message.text());
    });
    page.on("pageerror", (error) => note(error.message));
    await use(page);
    expect(errors, "what the page logged").toEqual([]);
  },
  wizard: async ({ page }, use) => {
    await use(new Wizard(page));
  },
  bad: async ({}, use) => {
    const portal = await Portal.start();
    const network = await BadNetwork.before(portal.url);
    await use({ portal, network });
    await network.end();
    await portal.end();
  },
});

export { expect };
