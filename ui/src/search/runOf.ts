// Where in a text that is shown the text that was sought stands. Numbers are masked and grouped: a star stands for any
// digit, blanks do not count.

export type Run = { start: number; end: number };

const LEAST_DIGITS = 3;

/** The run of `sought` in `shown`, null when it is not there (found by pinyin, say). */
export function runOf(shown: string, sought: string): Run | null {
  const wanted = sought.replace(/\s/g, "").toLowerCase();
  if (wanted === "") return null;
  const places: number[] = [];
  let dense = "";
  for (let at = 0; at < shown.length; at++) {
    const char = shown[at] ?? "";
    if (/\s/.test(char)) continue;
    places.push(at);
    dense += char.toLowerCase();
  }
  const found = (index: number): Run => ({
    start: places[index] ?? 0,
    end: (places[index + wanted.length - 1] ?? 0) + 1,
  });
  const literal = dense.indexOf(wanted);
  // Lower case may be longer than what it was made from: then no place can be told.
  if (dense.length !== places.length) return null;
  if (literal >= 0) return found(literal);
  if (!dense.includes("*") || !/^\d+$/.test(wanted) || wanted.length < LEAST_DIGITS) return null;
  for (let index = 0; index + wanted.length <= dense.length; index++) {
    const fits = [...wanted].every((digit, at) => dense[index + at] === "*" || dense[index + at] === digit);
    // Something of it must be in sight.
    if (fits && [...wanted].some((digit, at) => dense[index + at] === digit)) return found(index);
  }
  return null;
}
