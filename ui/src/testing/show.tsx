// Shows a piece of the window in the browser, with a fake desk, as main.tsx does it for the whole.
import type { ReactNode } from "react";
import { vi } from "vitest";
import { render } from "vitest-browser-react";
import type { Lang } from "../generated/types";
import { guardIme } from "../kit/ime";
import "../kit/tokens.css";
import "../kit/base.css";
import { Toaster } from "../kit/Toaster";
import { Root } from "../Root";
import { type Answers, door, type FakeDesk, fakeDesk } from "./fake";

let guarded = false;

export type Showing = { desk: FakeDesk; screen: Awaited<ReturnType<typeof render>> };

/** Renders `children` for a person who may do everything; `answers` are what the desk says. */
export async function show(children: ReactNode, answers: Answers = {}, lang: Lang = "zh-CN"): Promise<Showing> {
  if (!guarded) {
    guardIme(window);
    guarded = true;
  }
  const desk = fakeDesk({ door_status: door(), ...answers });
  const screen = await render(
    <Root desk={desk} lang={lang}>
      {children}
      <Toaster />
    </Root>,
  );
  // The words of the language arrive a moment later.
  await vi.waitFor(() => {
    if (screen.container.childElementCount === 0) throw new Error("nothing is shown yet");
  });
  return { desk, screen };
}
