// Goes to every place of a part of the window and tests what must hold anywhere.
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { forgetFilters } from "../../customers/filters";
import { forgetDrafts } from "../../reception/drafts";
import { axeFaults } from "../axe";
import { PLACES } from "../places";
import type { Hand, Place } from "../places/place";
import { settled } from "../settled";
import { showPage } from "../show";
import { clippedWords } from "./clipped";
import { commandFaults } from "./commands";
import { faintEdges } from "./edges";
import { disturbedCompositions } from "./ime";
import { rawKeys } from "./rawKeys";
import { smallTargets } from "./targets";

const { documentElement: root } = document;
const SMALL = 24;
const FINGER = 44;
const MOST_MS = 30_000;

async function goTo({
  path,
  state,
  answers,
  steps,
}: Place): Promise<Hand & { speak: (lang: "zh-CN" | "zh-TW" | "en") => Promise<void> }> {
  forgetDrafts();
  forgetFilters();
  const { screen, desk, speak } = await showPage(path, answers, state);
  const hand: Hand = {
    screen,
    desk,
    type: (keys) => userEvent.keyboard(keys),
    press: async (name) => {
      const named = ["button", "tab", "row", "menuitem", "checkbox", "option", "radio", "link"] as const;
      const all = named.map((role) => page.getByRole(role, { name })).reduce((one, other) => one.or(other));
      await expect.element(all.first()).toBeInTheDocument();
      const found = all.first().element();
      // Ticks and options are hidden: their words are pressed.
      await userEvent.click(found instanceof HTMLInputElement ? (found.closest("label") ?? found) : found);
    },
    see: async (text) => {
      const seen = () =>
        page
          .getByText(text)
          .elements()
          .some((one) => one.checkVisibility());
      await expect.poll(seen, { timeout: MOST_MS / 2, message: `${text} is not seen` }).toBe(true);
    },
    write: async (name, text) => {
      const field = page.getByRole("textbox", { name }).or(page.getByRole("combobox", { name }));
      await userEvent.click(field.first());
      await userEvent.fill(field.first(), text);
    },
  };
  await expect.poll(() => document.querySelector("h1, h2")).not.toBeNull();
  // A record is fetched apart, and what it shows is asked for.
  if (path.includes("customer="))
    await expect.poll(() => document.querySelector('main aside[tabindex="-1"] h2')).not.toBeNull();
  await steps?.(hand);
  await settled();
  return { ...hand, speak };
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
    test(
      `${place.name}: no faults, seen in both lights, large enough, nothing cut off, open to input methods`,
      async () => {
        const { desk, speak } = await goTo(place);
        const found: string[] = [];
        const note = (what: string, findings: readonly string[]) => {
          found.push(...findings.map((one) => `${what}: ${one}`));
        };
        note("raw key", rawKeys());
        note("command", commandFaults());
        note("axe", await inLight("light", () => axeFaults()));
        note("axe", await inLight("dark", () => axeFaults(["color-contrast"])));
        note("edge", await inLight("light", faintEdges));
        note("edge", await inLight("dark", faintEdges));
        note(`under ${SMALL} px`, smallTargets(SMALL));
        root.dataset.touch = "";
        await settled();
        note(`under ${FINGER} px`, smallTargets(FINGER));
        delete root.dataset.touch;
        note("cut off in zh-CN", clippedWords());
        for (const lang of ["zh-TW", "en"] as const) {
          await speak(lang);
          note(`cut off in ${lang}`, clippedWords());
        }
        note("input method", await disturbedCompositions(desk));
        if (found.length > 0) expect.fail(`\n${found.join("\n")}`);
      },
      MOST_MS,
    );
  }
}
