// Something to press (按钮) in the mini-program.
import { Button } from "@tarojs/components";
import type { ReactNode } from "react";

interface PressProps {
  readonly onPress: () => void;
  readonly className?: string;
  readonly label?: string | undefined;
  readonly disabled?: boolean;
  readonly chosen?: boolean | undefined;
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
  children,
}: PressProps) {
  return (
    <Button
      className={`press ${className}`}
      hoverClass="pressed"
      disabled={disabled ?? false}
      onClick={onPress}
      {...(label ? { ariaLabel: label } : {})}
      {...(chosen === undefined ? {} : { ariaRole: "radio", ariaChecked: chosen })}
      {...(on === undefined ? {} : { ariaRole: "switch", ariaChecked: on })}
    >
      {children}
    </Button>
  );
}
