// Real files: pictures that the browser itself encodes, a document that it prints. Made once for all tests.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium, type Browser, type FullConfig } from "@playwright/test";

export interface Files {
  /** A portrait, 900 by 1200 pixels, JPEG. */
  portrait: string;
  /** A card, 1600 by 1000 pixels, JPEG. */
  card: string;
  /** A card as PNG; its name is in NFD and has a space, as phones and Macs make them. */
  png: string;
  /** A photo that is larger than the portal takes: noise, which JPEG cannot make small. */
  large: string;
  /** A photo that the portal takes as it is, and that goes there in several parts. */
  parts: string;
  /** A picture of a type that no procedure asks for. */
  gif: string;
  /** A picture with too few pixels. */
  tiny: string;
  /** One printed page. */
  pdf: string;
  /** The same, with more bytes than the portal takes. */
  heavy: string;
  /** The same, locked with a password. */
  locked: string;
  /** The same under the name of a photo. */
  disguised: string;
  /** A picture that is larger than the portal takes; its right half is transparent. */
  transparent: string;
  /** A screenshot of a long page, in WebP, under the name of a photo. */
  webp: string;
  /** A picture as iPhones take it, under the name of a photo; no browser of the tests can read it. */
  heic: string;
  /** A photo of which the last third is missing. */
  cutJpeg: string;
  /** The same of a picture in PNG. */
  cutPng: string;
  /** The same of a page. */
  cutPdf: string;
  /** A file without content. */
  empty: string;
  /** Text that calls itself a photo. */
  liar: string;
}

/** Before all tests: the workers find the files by the environment. */
export default async function setUp({ projects }: FullConfig): Promise<() => void> {
  const browser = await chromium.launch(projects[0]!.use.launchOptions);
  const files = await makeFiles(browser);
  await browser.close();
  process.env.FILES = JSON.stringify(files);
  return () => rmSync(dirname(files.portrait), { recursive: true });
}

export const files = (): Files => JSON.parse(process.env.FILES!) as Files;

async function makeFiles(browser: Browser): Promise<Files> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-files-"));
  const context = await browser.newContext();
  const page = await context.newPage();
  const picture = async (name: string, width: number, height: number, type: string, noise: boolean | "left half" = false) => {
    const data = await page.evaluate(
      ([width, height, type, noise]) => {
        const canvas = document.createElement("canvas");
        canvas.width = width;
        canvas.height = height;
        const paint = canvas.getContext("2d")!;
        paint.fillStyle = "#dde6e6";
        if (noise !== "left half") paint.fillRect(0, 0, width, height);
        if (noise) {
          const pixels = paint.createImageData(noise === "left half" ? width / 2 : width, height);
          let seed = 2463534242;
          for (let n = 0; n < pixels.data.length; n += 4) {
            // The same noise every time.
            const value = Math.imul(n, 2654435761) >>> 8;
            if (noise === "left half") {
              // PNG finds what comes again: numbers of Marsaglia's xorshift do not.
              seed ^= seed << 13;
              seed ^= seed >>> 17;
              seed ^= seed << 5;
              pixels.data.set([seed & 255, (seed >>> 8) & 255, (seed >>> 16) & 255, 255], n);
              continue;
            }
            pixels.data.set([value, value >>> 8, value >>> 16, 255], n);
          }
          paint.putImageData(pixels, 0, 0);
        }
        paint.fillStyle = "#1a2426";
        paint.font = `${Math.max(12, width / 16)}px sans-serif`;
        paint.fillText("BẢN MẪU", width / 8, height / 2);
        return canvas.toDataURL(type, 0.95).split(",")[1]!;
      },
      [width, height, type, noise] as const,
    );
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(data, "base64"));
    return path;
  };
  const made: Files = {
    portrait: await picture("chân dung.jpg", 900, 1200, "image/jpeg"),
    card: await picture("giay-phep.jpg", 1600, 1000, "image/jpeg"),
    png: await picture("căn cước.png".normalize("NFD"), 1600, 1000, "image/png"),
    large: await picture("anh-lon.jpg", 3600, 2700, "image/jpeg", true),
    parts: await picture("anh-vua.jpg", 1400, 1050, "image/jpeg", true),
    gif: join(folder, "anh.gif"),
    transparent: await picture("trong-suot.png", 2400, 1800, "image/png", "left half"),
    webp: await picture("trang dài.jpg", 900, 4000, "image/webp"),
    heic: join(folder, "IMG_0001.jpg"),
    cutJpeg: join(folder, "thieu.jpg"),
    cutPng: join(folder, "thieu.png"),
    cutPdf: join(folder, "thieu.pdf"),
    tiny: await picture("nho.jpg", 60, 80, "image/jpeg"),
    pdf: join(folder, "giay-kham.pdf"),
    heavy: join(folder, "giay-kham-lon.pdf"),
    locked: join(folder, "giay-kham-khoa.pdf"),
    disguised: join(folder, "giay-kham.jpg"),
    empty: join(folder, "rong.jpg"),
    liar: join(folder, "gia.jpg"),
  };
  await page.setContent("<h1>Bản mẫu</h1>");
  const pdf = await page.pdf();
  writeFileSync(made.pdf, pdf);
  writeFileSync(made.disguised, pdf);
  // A comment of 6 MB, which a PDF may have (ISO 32000-1, 7.2.3).
  writeFileSync(made.heavy, Buffer.concat([pdf, Buffer.from(`\n%${"x".repeat(6 << 20)}\n%%EOF\n`)]));
  writeFileSync(made.locked, Buffer.from(pdf.toString("latin1").replace("/Root", "/Encrypt 1 0 R /Root"), "latin1"));
  writeFileSync(made.empty, "");
  // ISO/IEC 14496-12, 4.3: the first box of a file, with its brands.
  writeFileSync(made.heic, Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), Buffer.alloc(4000)]));
  const cut = { [made.card]: made.cutJpeg, [made.png]: made.cutPng, [made.pdf]: made.cutPdf };
  for (const [whole, part] of Object.entries(cut)) {
    const bytes = readFileSync(whole);
    writeFileSync(part, bytes.subarray(0, (bytes.length * 2) / 3));
  }
  // One grey pixel (GIF89a).
  writeFileSync(made.gif, Buffer.from("R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==", "base64"));
  writeFileSync(made.liar, "Đây không phải là ảnh.");
  await context.close();
  return made;
}
