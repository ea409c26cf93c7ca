// Words of screens that nobody begins with: they come after the first one stands.
import imports from "../../../assets/words/en/import.json";
import settings from "../../../assets/words/en/settings.json";
import type { LaterKeys } from "./catalogue";

export const words = { import: imports, settings } satisfies LaterKeys;
