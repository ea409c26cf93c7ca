import { inspectPlaces } from "./inspect/inspectPlaces";

inspectPlaces("customers", "today");
