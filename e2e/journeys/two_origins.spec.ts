// The app at one origin, the portal at another, as the README describes it: every kind of request goes through.
import { createServer, type AddressInfo } from "node:net";
import { attachDrivingLicence } from "./sample.ts";
import { LICENCE, putDraft } from "../support/drafts.ts";
import { Officer } from "../support/officer.ts";
import { APP, Portal } from "../support/portal.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

/** A port that is free now. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return String(port);
}

test("from search to tracking", async ({ page, wizard, licence, files }) => {
  test.slow();
  const port = await freePort();
  const portal = await Portal.start(["--allow-origin", `http://127.0.0.1:${port}`]);
  const app = await Portal.start(["--portal", `${portal.url}/api`], APP, port);
  try {
    await page.goto(`${app.url}/`);
    await page.getByRole("searchbox").fill("doi bang lai");
    await wizard.shown.locator(".results").getByRole("link", { name: "Đổi giấy phép lái xe", exact: true }).click();
    await wizard.movedTo("Đổi giấy phép lái xe");
    await putDraft(page, app.url, licence);
    await page.goto(`${app.url}/procedures/${LICENCE}/apply/documents`);
    await wizard.at("Giấy tờ kèm theo");
    await attachDrivingLicence(wizard, files);
    await wizard.goOn();
    await wizard.movedTo(words("review-title"));
    await wizard.declare();
    await wizard.send();
    await wizard.movedTo(words("receipt-title"));
    const code = await wizard.dossierCode();
    expect(await portal.dossiers()).toEqual([code]);

    const text = wizard.shown.getByLabel(words("message-label"));
    await text.fill("Bao giờ có kết quả?");
    await wizard.shown.getByRole("button", { name: words("message-send") }).click();
    await expect(wizard.shown.getByRole("listitem").filter({ hasText: "Bao giờ có kết quả?" })).toBeVisible();
    await new Officer(portal).set(code, "accepted");
    await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
    await expect(wizard.shown.getByText(words("status-accepted-do"))).toBeVisible();
  } finally {
    await app.end();
    await portal.end();
  }
});
