// The desk of the real window. The only place that imports @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { open, save } from "@tauri-apps/plugin-dialog";
import { asProblem, type Desk, type FileKind } from "../desk/desk";
import type { Noun } from "../generated/types";

const EXTENSIONS: Record<FileKind, string[]> = {
  workbook: ["xlsx", "xls", "xlsm", "csv", "txt"],
  backup: ["forecourt"],
};

/** Listens to an event of the window until told to stop, even if that is before listening began. */
function hear<T>(event: string, listener: (payload: T) => void): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  listen<T>(event, (heard) => listener(heard.payload)).then((end) => {
    if (stopped) end();
    else stop = end;
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

export const tauriDesk: Desk = {
  call: (name, ask) =>
    invoke("call", { name, ask }).catch((thrown: unknown) => {
      throw asProblem(thrown);
    }) as ReturnType<Desk["call"]> as never,
  onTouched: (listener) => hear<Noun[]>("touched", listener),
  onLocked: (listener) => hear<null>("locked", () => listener()),
  pickFile: async (kind) => {
    const extensions = EXTENSIONS[kind];
    const filters = kind === "workbook" ? [{ name: extensions.join(" "), extensions }] : [];
    return await open({ multiple: false, directory: false, filters });
  },
  pickFolder: async () => await open({ multiple: false, directory: true }),
  pickPdf: async (name) => await save({ defaultPath: name, filters: [{ name: "PDF", extensions: ["pdf"] }] }),
  showWindow: async () => await getCurrentWindow().show(),
  setTitle: (title) => {
    // Without the right to it the bar keeps the product's name: nothing is lost.
    getCurrentWindow()
      .setTitle(title)
      .catch(() => undefined);
  },
  print: async () => window.print(),
};
