// What is pressed. One primary button per screen; the rest is plain or quiet.
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon";
import { Kbd } from "./Kbd";
import { Tip } from "./Tooltip";

export type ButtonTone = "primary" | "plain" | "quiet" | "link" | "danger";
type Shared = Omit<AriaButtonProps, "children" | "className" | "style" | "isPending"> & {
  size?: "s" | "m" | "l";
  tone?: ButtonTone;
  ref?: Ref<HTMLButtonElement>;
};

export type ButtonProps = Shared & {
  children: ReactNode;
  icon?: IconName;
  /** The keys that do the same, shown on the button. */
  keys?: string;
  /** The act is under way: shows it and refuses a second press. */
  busy?: boolean;
};

export function Button({ children, icon, keys, busy, tone = "plain", size = "m", onPress, ...rest }: ButtonProps) {
  return (
    // Not isPending: it speaks of a progress bar that is not there, and leaves an empty image behind.
    <AriaButton
      {...rest}
      {...(onPress === undefined ? {} : { onPress: (event) => busy || onPress(event) })}
      {...(busy ? { "aria-busy": true } : {})}
      className={styles.button ?? ""}
      data-tone={tone}
      data-size={size}
      data-icon-first={icon ? "" : undefined}
    >
      {busy ? <span className={styles.spin} /> : icon && <Icon name={icon} size={size === "s" ? 15 : 17} />}
      <span>{children}</span>
      {keys && <Kbd keys={keys} />}
    </AriaButton>
  );
}

export type IconButtonProps = Shared & {
  icon: IconName;
  /** What it does, in words: the tooltip and the name for screen readers. */
  label: string;
  keys?: string;
};

export function IconButton({ icon, label, keys, tone = "quiet", size = "m", ...rest }: IconButtonProps) {
  return (
    <Tip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={styles.button ?? ""}
        data-tone={tone}
        data-size={size}
        data-icon-only=""
      >
        <Icon name={icon} size={size === "s" ? 16 : 18} />
      </AriaButton>
    </Tip>
  );
}
