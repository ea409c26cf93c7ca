// What a place of the window is, and the hand that goes there.
import type { DoorState } from "../../generated/types";
import type { Answers } from "../fake";
import type { Showing } from "../show";

/** How a place is reached: by keys, by pressing what has this name, by waiting for what is seen. */
export type Hand = Pick<Showing, "screen" | "desk"> & {
  type: (keys: string) => Promise<void>;
  /** Presses the button, tab, row or menu entry of this name. */
  press: (name: string | RegExp) => Promise<void>;
  see: (text: string | RegExp) => Promise<void>;
  /** Writes into the field of this name. */
  write: (field: string | RegExp, text: string) => Promise<void>;
};

export type Place = {
  name: string;
  /** The address after "#". */
  path: string;
  state?: DoorState;
  answers?: Answers;
  steps?: (hand: Hand) => Promise<void>;
};

/** An answer that never comes. */
export const broken = () => Promise.reject({ code: "disk_full", args: {}, nature: "failed" });
export const SAVE = "{Control>}{Enter}{/Control}";
