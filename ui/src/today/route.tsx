export { TodayPage as Page } from "./TodayPage";
