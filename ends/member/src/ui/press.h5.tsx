// Something to press (按钮) in the App: a real button, which keyboards and screen readers can use.
import type { ReactNode } from "react";

export interface PressProps {
  readonly onPress: () => void;
  readonly className?: string;
  readonly label?: string | undefined;
  readonly disabled?: boolean;
  /** One of several: whether this one is chosen. */
  readonly chosen?: boolean | undefined;
  /** A switch: whether it is on. */
  readonly on?: boolean | undefined;
  readonly current?: boolean;
  readonly children?: ReactNode;
}

export function Press({
  onPress,
  className = "",
  label,
  disabled,
  chosen,
  on,
  current,
  children,
}: PressProps) {
  return (
    <button
      type="button"
      className={`press ${className}`}
      disabled={disabled ?? false}
      onClick={onPress}
      {...(label ? { "aria-label": label } : {})}
      {...(chosen === undefined ? {} : { role: "radio", "aria-checked": chosen })}
      {...(on === undefined ? {} : { role: "switch", "aria-checked": on })}
      {...(current ? { "aria-current": "page" } : {})}
    >
      {children}
    </button>
  );
}
