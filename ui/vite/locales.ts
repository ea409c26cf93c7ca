// React Aria ships its own few sentences in some thirty languages; the window speaks three.
import type { Plugin } from "vite";

const SENTENCES = /\/react-(?:aria|stately)\/dist\/private\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.(?:mjs|js)$/;
const SPOKEN = new Set(["zh-CN", "zh-TW", "en-US"]);

/** Leaves out the sentences of languages that the window does not speak. */
export function onlySpokenLocales(): Plugin {
  return {
    name: "only-spoken-locales",
    apply: "build",
    load(id) {
      const locale = SENTENCES.exec(id.replaceAll("\\", "/"))?.[1];
      if (locale === undefined || SPOKEN.has(locale)) return null;
      return { code: "export default {};", moduleSideEffects: false };
    },
  };
}
