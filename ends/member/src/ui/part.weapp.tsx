// A part of a page (页面元素) in the mini-program, which has views only: roles tell screen readers what each is.
import { View } from "@tarojs/components";
import type { ReactNode } from "react";

interface PartProps {
  readonly as?: string;
  readonly className?: string;
  readonly label?: string | undefined;
  readonly role?: string | undefined;
  readonly id?: string | undefined;
  readonly silent?: boolean;
  readonly style?: Readonly<Record<string, string>>;
  readonly htmlFor?: string | undefined;
  readonly children?: ReactNode;
}

const roles: Readonly<Record<string, string>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  ul: "list",
  ol: "list",
  li: "listitem",
};

/** Elements that stand in a line of text. */
const inline = new Set(["span", "b"]);

export function Part({
  as = "div",
  className = "",
  label,
  role,
  silent,
  htmlFor: _for,
  ...rest
}: PartProps) {
  const spoken = role ?? roles[as];
  return (
    <View
      {...rest}
      className={`el-${as} ${inline.has(as) ? "inline" : ""} ${className}`}
      {...(spoken ? { ariaRole: spoken } : {})}
      {...(label ? { ariaLabel: label } : {})}
      {...(silent ? { ariaHidden: true } : {})}
    />
  );
}
