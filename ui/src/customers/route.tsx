export { CustomerDrawer } from "./CustomerDrawer";
export { CustomersPage as Page } from "./CustomersPage";
