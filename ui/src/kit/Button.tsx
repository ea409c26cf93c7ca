// What is pressed. One primary button per screen; the rest is plain or quiet. A screen has dozens of these: they use the
// library's hook and not its component, and hover and press are the style sheet's.
import type { ForwardedRef, ReactNode } from "react";
import { filterDOMProps } from "react-aria/filterDOMProps";
import { mergeProps } from "react-aria/mergeProps";
import { type AriaButtonProps, useButton } from "react-aria/useButton";
import { ButtonContext, useContextProps } from "react-aria-components";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon";
import { Kbd } from "./Kbd";
import { Tip } from "./Tooltip";

export type ButtonTone = "primary" | "plain" | "quiet" | "link" | "danger";
type Shared = Omit<AriaButtonProps, "children"> & {
  size?: "s" | "m" | "l";
  tone?: ButtonTone;
  ref?: ForwardedRef<HTMLButtonElement>;
  onHoverStart?: () => void;
};

type BareProps = Shared & {
  children: ReactNode;
  marks: Record<`data-${string}`, string | undefined> & { "aria-busy"?: boolean };
};

function Bare({ children, marks, tone, size, ref: given, onHoverStart, ...own }: BareProps) {
  // What is around it may make it its own: a menu is opened by it.
  const [props, ref] = useContextProps(own, given, ButtonContext);
  const { buttonProps } = useButton(props, ref);
  return (
    <button
      {...mergeProps(
        filterDOMProps(props, { global: true }),
        buttonProps,
        onHoverStart && { onMouseEnter: onHoverStart },
      )}
      {...marks}
      ref={ref}
      className={styles.button}
      data-tone={tone}
      data-size={size}
    >
      {children}
    </button>
  );
}

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
    <Bare
      {...rest}
      {...(onPress === undefined ? {} : { onPress: (event) => busy || onPress(event) })}
      tone={tone}
      size={size}
      marks={{ "data-icon-first": icon && "", ...(busy ? { "aria-busy": true } : {}) }}
    >
      {busy ? <span className={styles.spin} /> : icon && <Icon name={icon} size={size === "s" ? 15 : 17} />}
      <span>{children}</span>
      {keys && <Kbd keys={keys} />}
    </Bare>
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
      <Bare {...rest} aria-label={label} tone={tone} size={size} marks={{ "data-icon-only": "" }}>
        <Icon name={icon} size={size === "s" ? 16 : 18} />
      </Bare>
    </Tip>
  );
}
