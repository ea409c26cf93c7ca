// Looks for accessibility faults in what is shown now.
import axe from "axe-core";
import { expect } from "vitest";

/** The rule, the element and what is wrong of every fault; of some rules only, where they are named. */
export async function axeFaults(rules?: readonly string[], place: Element = document.body): Promise<string[]> {
  // What is still fading in has not its colours yet. The clock of an undo goes on for longer.
  const entering = document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1000);
  await Promise.allSettled(entering.map(({ finished }) => finished));
  const { violations } = await axe.run(place, {
    resultTypes: ["violations"],
    ...(rules
      ? { runOnly: [...rules] }
      : // A piece of a page has no landmarks of its own.
        { rules: { region: { enabled: place.querySelector("main") !== null } } }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Fails with every fault. Call it in each state, pop-ups open. */
export async function expectNoFaults(place: Element = document.body) {
  expect(await axeFaults(undefined, place)).toEqual([]);
}
