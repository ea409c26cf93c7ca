// Help beside each screen, and the papers over one.
import { refuse } from "../fake";
import { broken, type Hand, type Place } from "./place";

const SCREENS = ["/reception", "/today", "/customers?customer=c1", "/team", "/import", "/settings?part=rules"];

export const HELP: Place[] = SCREENS.map((path) => ({
  name: `help over ${path}`,
  path,
  steps: async ({ type, see }) => {
    await type("{F1}");
    await see("全部快捷键");
  },
}));

export const PAPER: Place[] = [
  { name: "paper", path: "/reception", steps: paper },
  {
    name: "paper, the last page",
    path: "/reception",
    steps: async (hand) => {
      await paper(hand);
      await hand.type("{End}");
      await hand.see(/第 3 页/);
    },
  },
  {
    name: "paper without a viewer",
    path: "/reception",
    answers: { open_paper: () => refuse("no_viewer", { path: "/run/papers/a.pdf" }) },
    steps: async (hand) => {
      await paper(hand);
      await hand.type("{Control>}p{/Control}");
      await hand.see(/没有找到能打开 PDF 的程序/);
    },
  },
  {
    name: "paper without fonts",
    path: "/reception",
    answers: { preview_paper: () => refuse("no_chinese_font") },
    steps: async (hand) => {
      await opened(hand);
      await hand.see(/fonts-noto-cjk/);
    },
  },
  {
    name: "paper that cannot be set",
    path: "/reception",
    answers: { preview_paper: broken },
    steps: async (hand) => {
      await opened(hand);
      await hand.see(/磁盘满了/);
    },
  },
];

async function opened({ type, screen, press }: Hand) {
  await type("{Control>}k{/Control}打印日报");
  await press(/打印日报/);
  void screen;
}

async function paper(hand: Hand) {
  await opened(hand);
  await hand.see(/第 1 页/);
}
