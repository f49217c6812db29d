// `test` with a portal at which people can sign in at what stands in for VNeID, too.
import { Portal } from "./portal.ts";
import { standIn } from "./sign_in.ts";
import { test as base } from "./test.ts";

export { expect } from "./test.ts";

export const test = base.extend<object, { portal: Portal }>({
  portal: [
    async ({}, use) => {
      const provider = await standIn();
      const portal = await Portal.start(provider.flags);
      await use(portal);
      await portal.end();
      provider.end();
    },
    { scope: "worker" },
  ],
});
