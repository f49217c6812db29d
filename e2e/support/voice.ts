// A voice for tests: a machine that runs tests has none. It says each sentence when the test lets it, and
// tells the words on the way, as the voices of a device do. What it said stands in `window.said`.
import type { Page } from "@playwright/test";

declare global {
  interface Window {
    said: { text: string; lang: string; rate: number }[];
    /** Ends the sentence that is being said. */
    endSentence: () => void;
  }
}

/** Gives the browser voices for these languages, and no others. */
export async function giveVoices(page: Page, langs: string[]): Promise<void> {
  await page.addInitScript((langs) => {
    type Utterance = { text: string; lang: string; rate: number; onend?: (event: Event) => void; onerror?: (event: Event) => void; onboundary?: (event: Event) => void };
    class FakeUtterance {
      lang = "";
      rate = 1;
      voice = null;
      constructor(public text: string) {}
    }
    let speaking: Utterance | undefined;
    window.said = [];
    const voices = langs.map((lang) => Object.assign(Object.create(SpeechSynthesisVoice.prototype), {}, {}));
    voices.forEach((voice, n) => {
      Object.defineProperty(voice, "lang", { value: langs[n] });
      Object.defineProperty(voice, "localService", { value: true });
    });
    const synthesis = {
      getVoices: () => voices,
      speak: (utterance: Utterance) => {
        speaking = utterance;
        window.said.push({ text: utterance.text, lang: utterance.lang, rate: utterance.rate });
        const word = { charIndex: 0, charLength: utterance.text.split(" ")[0]!.length, name: "word" };
        utterance.onboundary?.(Object.assign(new Event("boundary"), word));
      },
      cancel: () => {
        const stopped = speaking;
        speaking = undefined;
        stopped?.onend?.(new Event("end"));
      },
    };
    window.endSentence = () => {
      const ended = speaking;
      speaking = undefined;
      ended?.onend?.(new Event("end"));
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: FakeUtterance });
  }, langs);
}
