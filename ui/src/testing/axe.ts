// Looks for accessibility faults in what is shown now.
import axe from "axe-core";
import { expect } from "vitest";

/** Fails with the rule, the element and what is wrong of every fault. Call it in each state, pop-ups open. */
export async function expectNoFaults(place: Element = document.body) {
  // What is still fading in has not its colours yet. The clock of an undo goes on for longer.
  const entering = document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1000);
  await Promise.allSettled(entering.map(({ finished }) => finished));
  const { violations } = await axe.run(place, {
    resultTypes: ["violations"],
    // A piece of a page has no landmarks of its own.
    rules: { region: { enabled: place.querySelector("main") !== null } },
  });
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
  expect(faults).toEqual([]);
}
