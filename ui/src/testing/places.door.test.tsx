import { inspectPlaces } from "./inspect/inspectPlaces";

inspectPlaces("door", "team");
