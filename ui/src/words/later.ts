// Words of screens with which no start begins: fetched together with the screen, so that the first one is lighter.
// To move a noun here: its line in each of the types, its name in the pattern of the files, `withWords` where it is fetched.
import type enImports from "../../../assets/words/en/import.json";
import type enMessages from "../../../assets/words/en/messages.json";
import type enSettings from "../../../assets/words/en/settings.json";
import type enTeam from "../../../assets/words/en/team.json";
import type imports from "../../../assets/words/zh-CN/import.json";
import type messages from "../../../assets/words/zh-CN/messages.json";
import type settings from "../../../assets/words/zh-CN/settings.json";
import type team from "../../../assets/words/zh-CN/team.json";
import type twImports from "../../../assets/words/zh-TW/import.json";
import type twMessages from "../../../assets/words/zh-TW/messages.json";
import type twSettings from "../../../assets/words/zh-TW/settings.json";
import type twTeam from "../../../assets/words/zh-TW/team.json";
import type { Lang } from "./lang";

export type Later = { import: typeof imports; messages: typeof messages; settings: typeof settings; team: typeof team };
type Same<L extends { [N in keyof Later]: Record<keyof Later[N], string> }> = L;
/** A key that another language lacks is a compile error here. */
export type OtherLanguages =
  | Same<{ import: typeof twImports; messages: typeof twMessages; settings: typeof twSettings; team: typeof twTeam }>
  | Same<{ import: typeof enImports; messages: typeof enMessages; settings: typeof enSettings; team: typeof enTeam }>;

const files = import.meta.glob<Record<string, string>>("../../../assets/words/*/{import,messages,settings,team}.json", {
  import: "default",
});

/** The sentences of a noun in a language. */
export async function fetchLater(noun: keyof Later, lang: Lang): Promise<Record<string, string>> {
  return (await files[`../../../assets/words/${lang}/${noun}.json`]?.()) ?? {};
}

/** Every such noun. */
export const LATER: readonly (keyof Later)[] = ["import", "messages", "settings", "team"];
