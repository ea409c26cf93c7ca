// A word of explanation on hover or focus. Never the only place where something is said.
import type { ReactElement } from "react";
import { Focusable, Tooltip, TooltipTrigger } from "react-aria-components";
import { Kbd } from "./Kbd";
import styles from "./Tooltip.module.css";

type TipProps = { text: string; keys?: string; children: ReactElement };

/** For what can be pressed. */
export function Tip({ text, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className={styles.tip ?? ""} offset={6}>
        {text}
        {keys && <Kbd keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** For words: a definition behind a dotted line. */
export function Explained({ text, children }: { text: string; children: string }) {
  return (
    <TooltipTrigger delay={300} closeDelay={80}>
      <Focusable>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition opens on focus, too */}
        <span role="note" tabIndex={0} className={styles.explained}>
          {children}
        </span>
      </Focusable>
      <Tooltip className={styles.tip ?? ""} offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
