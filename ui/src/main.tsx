// The look first: what screens say of themselves comes after it and wins.
import "./kit/tokens.css";
import "./kit/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, Door } from "./App";
import { asProblem, type Desk } from "./desk";
import { installLook } from "./frame/look";
import { guardIme } from "./kit/ime";
import { tauriDesk } from "./platform/tauri";
import { Root } from "./Root";
import { fetchWords, preferredLang } from "./words";

// First of all listeners: keys of an input method reach nothing else.
guardIme(window);

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no #root");

/** In the window the machine; while screens are made in an ordinary browser, an invented showroom. */
async function deskHere(): Promise<Desk> {
  if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) return (await import("./testing/dev")).devDesk();
  return tauriDesk;
}

const desk = await deskHere();
installLook();
// The system makes its window while the screen is drawn: what is seen until then is empty paper, light or dark.
desk.showWindow().catch(asProblem);
// Whatever the first screen needs, at once; what cannot be had it asks for again, and says why not.
const [door] = await Promise.all([
  desk.call("door_status", {}).catch(() => undefined),
  fetchWords(preferredLang()).catch(asProblem),
  Door.fetch().catch(asProblem),
]);
createRoot(place).render(
  <StrictMode>
    <Root desk={desk} door={door}>
      <App />
    </Root>
  </StrictMode>,
);
