// Waits until a screen stands: no element comes, goes or changes any more.

/** So many frames without a change. */
const QUIET = 4;
const MOST_FRAMES = 600;

/** Resolves once nothing is drawn any more: answers and parts that come late change the document. */
export async function settled(frames = QUIET) {
  let changed = false;
  const watch = new MutationObserver(() => {
    changed = true;
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (let quiet = 0, all = 0; quiet < frames && all < MOST_FRAMES; quiet++, all++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (changed) quiet = 0;
    changed = false;
  }
  watch.disconnect();
}
