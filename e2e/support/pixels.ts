// What is on the screen, as pixels.
import type { Locator } from "@playwright/test";

/** The contrast (WCAG 2.2) of what stands out most within a box with the ground around it, 1 to 21. */
export async function contrastWithin(box: Locator): Promise<number> {
  const page = box.page();
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await box.boundingBox())!;
  const clip = { x: x - 3, y: y - 3, width: width + 6, height: height + 6 };
  const picture = (await page.screenshot({ clip })).toString("base64");
  const aside = await page.context().newPage();
  const contrast = await aside.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const paint = canvas.getContext("2d")!;
    paint.drawImage(image, 0, 0);
    const { data } = paint.getImageData(0, 0, image.width, image.height);
    const light = (at: number) => {
      const [r, g, b] = [0, 1, 2].map((part) => {
        const value = data[at + part]! / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    // The corner is ground: it is 3 pixels outside of the box.
    const ground = light(0);
    let most = 1;
    for (let at = 0; at < data.length; at += 4) {
      const [dark, bright] = [ground, light(at)].sort((a, b) => a - b) as [number, number];
      most = Math.max(most, (bright + 0.05) / (dark + 0.05));
    }
    return most;
  }, picture);
  await aside.close();
  return contrast;
}
