// Words of screens that nobody begins with: they come after the first one stands.
import imports from "../../../assets/words/zh-CN/import.json";
import settings from "../../../assets/words/zh-CN/settings.json";

export const words = { import: imports, settings };
