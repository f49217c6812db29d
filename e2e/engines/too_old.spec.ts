// The WebKit of Safari 16.0 makes mistakes in the app's code: 8 of 20 journeys did not reach their end. It says so before
// anybody begins, and opens the page for those who have no other.
import { expect, test } from "@playwright/test";
import { Portal } from "../support/portal.ts";
import { clocked } from "./clocked.ts";
import { missing, OLD_WEBKIT } from "./engines.ts";
import { Visitor } from "./visitor.ts";

test(OLD_WEBKIT.name, async () => {
  const without = missing(OLD_WEBKIT);
  test.skip(without.length > 0, `without ${without.join(", ")}`);
  const portal = await Portal.start();
  const { url, end } = await clocked(portal.url);
  const browser = await OLD_WEBKIT.start();
  try {
    const visitor = new Visitor(browser);
    await browser.open(url);
    await visitor.sees("the notice", () => document.activeElement?.id === "too-old" && /Trình duyệt này quá cũ/.test(document.body.innerText));
    expect(await browser.evaluate(() => document.querySelector("[data-slot]"))).toBe(null);
    await browser.click({ role: "button", name: "Vẫn mở trang · Open the page all the same" });
    await visitor.sees("the page, or that it has stopped", () => !!document.querySelector("[data-slot=shown] h1, #fatal:focus"));
  } finally {
    await browser.close();
    await end();
    await portal.end();
  }
});
