export { NounPage as Page } from "./NounPage";
export { CustomerDrawer } from "./parts";
