// Words of screens that nobody begins with: they come after the first one stands.
import imports from "../../../assets/words/zh-TW/import.json";
import settings from "../../../assets/words/zh-TW/settings.json";
import type { LaterKeys } from "./catalogue";

export const words = { import: imports, settings } satisfies LaterKeys;
