/** The languages of the window. */
export type Lang = "zh-CN" | "zh-TW" | "en";
