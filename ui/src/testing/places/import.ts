// Places of the import.
import type { Place } from "./place";

export const IMPORT: Place[] = [
  { name: "import", path: "/import" },
  {
    name: "import, preview",
    path: "/import",
    steps: async ({ desk, see, type }) => {
      desk.picked = "/home/desk/来店登记表.xlsx";
      await type("{Control>}o{/Control}");
      await see(/导入 \d+ 条来访/);
    },
  },
  {
    name: "import, doubtful cells",
    path: "/import",
    steps: async ({ desk, press, type }) => {
      desk.picked = "/home/desk/来店登记表.xlsx";
      await type("{Control>}o{/Control}");
      await press(/有疑问的格/);
    },
  },
  {
    name: "import, done",
    path: "/import",
    steps: async ({ desk, press, see, type }) => {
      desk.picked = "/home/desk/来店登记表.xlsx";
      await type("{Control>}o{/Control}");
      await press(/导入 \d+ 条来访/);
      await see(/已导入/);
    },
  },
];
