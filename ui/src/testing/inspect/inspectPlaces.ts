// Goes to every place of a part of the window and tests what must hold anywhere.
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { axeFaults } from "../axe";
import { type Hand, PLACES, type Place } from "../places";
import { showPage } from "../show";
import { clippedWords } from "./clipped";
import { faintEdges } from "./edges";
import { disturbedCompositions } from "./ime";
import { smallTargets } from "./targets";

const { documentElement: root } = document;
const SMALL = 24;
const FINGER = 44;

async function goTo({
  path,
  state,
  answers,
  steps,
}: Place): Promise<Hand & { speak: (lang: "zh-CN" | "zh-TW" | "en") => Promise<void> }> {
  const { screen, desk, speak } = await showPage(path, answers, state);
  const hand: Hand = {
    screen,
    desk,
    type: (keys) => userEvent.keyboard(keys),
    press: async (name) => {
      const named = ["button", "tab", "row", "menuitem", "checkbox", "option", "link"] as const;
      const all = named.map((role) => page.getByRole(role, { name })).reduce((one, other) => one.or(other));
      await userEvent.click(all.first());
    },
    see: async (text) => await expect.element(page.getByText(text).first()).toBeVisible(),
  };
  await expect.poll(() => document.querySelector("h1, h2")).not.toBeNull();
  await steps?.(hand);
  await settled();
  return { ...hand, speak };
}

/** Everything that was asked is answered and drawn. */
async function settled() {
  for (let quiet = 0; quiet < 2; quiet++) await new Promise((resolve) => setTimeout(resolve, 30));
}

async function inLight(theme: "light" | "dark", look: () => Promise<string[]> | string[]) {
  root.dataset.theme = theme;
  const found = await look();
  delete root.dataset.theme;
  return found.map((one) => `${theme}: ${one}`);
}

/** One test per place, with every finding of it. */
export function inspectPlaces(...parts: (keyof typeof PLACES)[]) {
  for (const place of parts.flatMap((part): readonly Place[] => PLACES[part])) {
    test(`${place.name}: no faults, seen in both lights, large enough, nothing cut off, open to input methods`, async () => {
      const { desk, speak } = await goTo(place);
      expect.soft(await inLight("light", () => axeFaults()), "axe").toEqual([]);
      expect.soft(await inLight("dark", () => axeFaults(["color-contrast"])), "contrast of words").toEqual([]);
      expect.soft(await inLight("light", faintEdges), "edges").toEqual([]);
      expect.soft(await inLight("dark", faintEdges), "edges").toEqual([]);
      expect.soft(smallTargets(SMALL), "targets").toEqual([]);
      root.dataset.touch = "";
      await settled();
      expect.soft(smallTargets(FINGER), "targets for fingers").toEqual([]);
      delete root.dataset.touch;
      await settled();
      for (const lang of ["zh-CN", "zh-TW", "en"] as const) {
        await speak(lang);
        expect.soft(clippedWords(), `cut off in ${lang}`).toEqual([]);
      }
      await speak("zh-CN");
      expect.soft(await disturbedCompositions(desk), "input methods").toEqual([]);
    });
  }
}
