export { CustomersPage as Page } from "./CustomersPage";
export { CustomerDrawer } from "./parts";
