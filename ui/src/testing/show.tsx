// Shows a piece of the window in the browser, with a fake desk, as main.tsx does it for the whole.
import "../kit/tokens.css";
import "../kit/base.css";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { render } from "vitest-browser-react";
import { App, Door } from "../App";
import { forgetKept } from "../drafts/disk";
import { openAt } from "../frame/place";
import type { DoorState } from "../generated/types";
import { guardIme } from "../kit/ime";
import { Toaster } from "../kit/Toaster";
import { clearToasts } from "../kit/toasts";
import { Root } from "../Root";
import { fetchAllWords, type Lang, useWords } from "../words";
import { type Answers, door, type FakeDesk, fakeDesk } from "./fake";
import { settled } from "./settled";
import { freshRows } from "./world/rows";
import { world } from "./world/world";

let guarded = false;

const parts = import.meta.glob(["../*/*.{ts,tsx}", "!../testing/**", "!../platform/**", "!../**/*.test.*"]);
const words = import.meta.glob("../../../assets/words/*/*.json", { import: "default" });

export type Showing = {
  desk: FakeDesk;
  screen: Awaited<ReturnType<typeof render>>;
  again: (children: ReactNode) => Promise<void>;
  /** Changes the language as the settings do, but for this showing only. */
  speak: (lang: Lang) => Promise<void>;
};

/** Within the window: lets a test change its language. */
function Tongue({ here }: { here: (setLang: (lang: Lang) => void) => void }) {
  here(useWords().setLang);
  return null;
}

/** Renders the whole window at a place of the house, in front of an invented showroom. `answers` replace its answers. */
export async function showPage(path: string, answers: Answers = {}, state: DoorState = "open"): Promise<Showing> {
  freshRows();
  openAt(path);
  const desk = world(state);
  desk.answer(answers);
  // Parts come from a disk in the window; over the server of the tests they would come at any time. Words come as they do there.
  await Promise.all([...Object.values(parts), ...Object.values(words)].map((load) => load()));
  // As main.tsx does before anything is drawn.
  await Door.fetch();
  const showing = await showWith(desk, <App />, "zh-CN", "h1, h2");
  await settled();
  return showing;
}

/** Renders `children` for a person who may do everything; `answers` are what the desk says. */
export async function show(children: ReactNode, answers: Answers = {}, lang: Lang = "zh-CN"): Promise<Showing> {
  const desk = fakeDesk({ door_status: door(), ...answers });
  const whole = (inner: ReactNode) => (
    <>
      {inner}
      <Toaster />
    </>
  );
  // A piece of a screen is shown without its route, which would fetch its words.
  await fetchAllWords();
  const showing = await showWith(desk, whole(children), lang, "[aria-live=polite]");
  return { ...showing, again: (next) => showing.again(whole(next)) };
}

/** Shows it and waits until `sign` of it is there: words and screens arrive a moment later. */
async function showWith(desk: FakeDesk, children: ReactNode, lang: Lang, sign: string): Promise<Showing> {
  if (!guarded) {
    guardIme(window);
    guarded = true;
  }
  clearToasts();
  forgetKept();
  let setLang: (lang: Lang) => void = () => {};
  const whole = (inner: ReactNode) => (
    <Root desk={desk} lang={lang}>
      <Tongue
        here={(set) => {
          setLang = set;
        }}
      />
      {inner}
    </Root>
  );
  const speak = async (next: Lang) => {
    const kept = localStorage.getItem("forecourt.lang");
    setLang(next);
    if (kept === null) localStorage.removeItem("forecourt.lang");
    else localStorage.setItem("forecourt.lang", kept);
    await vi.waitFor(
      () => {
        if (document.documentElement.lang !== next) throw new Error(`the window does not speak ${next} yet`);
      },
      { interval: 5, timeout: 10_000 },
    );
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  };
  const screen = await render(whole(children));
  // As #root in the window: lists draw only what is in sight.
  screen.container.style.height = "100vh";
  await vi.waitFor(
    () => {
      if (document.querySelector(sign) === null) throw new Error(`nothing is shown yet: no ${sign}`);
    },
    { interval: 10, timeout: 10_000 },
  );
  return { desk, screen, speak, again: async (next) => await screen.rerender(whole(next)) };
}
