import { inspectPlaces } from "./inspect/inspectPlaces";

inspectPlaces("forms", "paper");
