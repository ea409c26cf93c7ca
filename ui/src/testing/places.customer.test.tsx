import { inspectPlaces } from "./inspect/inspectPlaces";

inspectPlaces("customer", "card");
