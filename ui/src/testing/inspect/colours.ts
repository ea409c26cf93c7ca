// Colours as they are painted: what stands behind an element, and how far two colours are apart.

export type Colour = [red: number, green: number, blue: number, alpha: number];

const canvas = document.createElement("canvas");
canvas.width = 1;
canvas.height = 1;
const paint = canvas.getContext("2d", { willReadFrequently: true });
const known = new Map<string, Colour>();

/** Any CSS colour, as 0–255 and 0–1. */
export function colourOf(css: string): Colour {
  const before = known.get(css);
  if (before) return before;
  if (paint === null) throw new Error("no canvas");
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = css;
  paint.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
  const colour: Colour = [red, green, blue, alpha / 255];
  known.set(css, colour);
  return colour;
}

/** `top` painted over `under`. */
export function over(top: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * top[3] + b * (1 - top[3]);
  return [mix(top[0], under[0]), mix(top[1], under[1]), mix(top[2], under[2]), 1];
}

/** What is seen behind whatever stands in `element`, itself included. */
export function groundOf(element: Element | null): Colour {
  if (element === null) return [255, 255, 255, 1];
  const own = colourOf(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
}

function luminance([red, green, blue]: Colour): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast as WCAG counts it: 1 (the same) to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
