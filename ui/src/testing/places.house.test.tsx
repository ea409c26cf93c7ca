import { inspectPlaces } from "./inspect/inspectPlaces";

inspectPlaces("house", "import", "settings", "help");
