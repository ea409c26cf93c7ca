// Papers of the invented showroom: a drawing that looks like a form, since only the real desk sets pages.
import type { DailySheet, PaperPages } from "../../generated/types";
import { today } from "../../words/days";
import type { Answers } from "../fake";

const PAGES = 3;
const RATIO = 210 / 297;

function drawing(page: number, width: number): string {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round(width * RATIO);
  const brush = canvas.getContext("2d");
  if (brush === null) return "";
  const unit = width / 100;
  brush.fillStyle = "white";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = "black";
  brush.textAlign = "center";
  brush.font = `bold ${2 * unit}px sans-serif`;
  brush.fillText("来店（电）登记表", width / 2, 6 * unit);
  brush.font = `${unit}px sans-serif`;
  brush.fillText(`${page + 1} / ${PAGES}`, width / 2, canvas.height - 2 * unit);
  for (let row = 0; row <= 24; row += 1) brush.fillRect(4 * unit, (9 + row * 2.2) * unit, 92 * unit, 1);
  for (let column = 0; column <= 12; column += 1)
    brush.fillRect((4 + (column * 92) / 12) * unit, 9 * unit, 1, 24 * 2.2 * unit);
  return canvas.toDataURL("image/png").replace(/^.*,/, "");
}

/** Pages as the desk gives them. */
export function pages(from: number, count: number, width: number): PaperPages {
  const shown = Array.from({ length: Math.max(0, Math.min(count, PAGES - from)) }, (_, n) => ({
    png: drawing(from + n, width),
    width,
    height: Math.round(width * RATIO),
  }));
  return { pages: shown, from, page_count: PAGES };
}

const SHEET: DailySheet = {
  day: today(),
  weather: "sunny",
  note: null,
  parties: [],
  calls: [],
  others: [],
  totals: {
    parties: 0,
    events: 0,
    people: 0,
    calls: 0,
    missed: 0,
    others: 0,
    first: 0,
    again: 0,
    invited: 0,
    filed: 0,
    first_unsold: 0,
    first_filed: 0,
    test_drives: 0,
    wechat: 0,
    incomplete: 0,
    open: 0,
  },
  consultants: [],
  foot: {
    levels: [
      { level: "H", count: 18 },
      { level: "A", count: 42 },
      { level: "B", count: 97 },
      { level: "C", count: 310 },
    ],
    prospects: 467,
    carried_over: 388,
    new_this_month: 96,
    owners: 2_140,
    contacts_today: 64,
    contacts_month: 1_312,
  },
  signed: null,
  checked: null,
};

export const papers: Answers = {
  daily_sheet: SHEET,
  preview_paper: ({ from, count, width }) => pages(from ?? 0, count ?? 20, width ?? 1_400),
  open_paper: { path: "/run/papers/来店登记表.pdf" },
  save_paper: ({ path }) => ({ path }),
};
