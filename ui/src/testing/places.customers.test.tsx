import { inspectPlaces } from "./inspect/inspectPlaces";

inspectPlaces("today", "customers", "customer");
