// The words of a locale, as the app shows them: a test names the message, not its wording.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(process.env.APP ?? resolve(import.meta.dirname, "../../dist"), "locales");

function read(locale: string): Map<string, string> {
  const words = new Map<string, string>();
  const files = ["messages.ftl", "later.ftl"].map((file) => readFileSync(resolve(folder, locale, file), "utf8"));
  for (const line of files.join("\n").split("\n")) {
    const message = /^([a-z][\w-]*) = (.+)$/.exec(line);
    if (message) words.set(message[1]!, message[2]!);
  }
  return words;
}

const locales = new Map<string, Map<string, string>>();

/** A message on one line; `{ $name }` takes a value. */
export function words(key: string, values: Record<string, string | number> = {}, locale = "vi"): string {
  if (!locales.has(locale)) locales.set(locale, read(locale));
  const text = locales.get(locale)!.get(key);
  if (text === undefined) throw new Error(`${locale} has no message ${key}`);
  return text.replace(/\{ \$(\w+) \}/g, (_, name: string) => String(values[name]));
}
