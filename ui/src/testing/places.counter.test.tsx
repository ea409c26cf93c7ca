import { inspectPlaces } from "./inspect/inspectPlaces";

inspectPlaces("reception", "questions");
