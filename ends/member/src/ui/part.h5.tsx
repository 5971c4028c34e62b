// A part of a page (页面元素) in the App: a real element, so that screen readers know headings, lists and sections.
import { createElement, type ReactNode } from "react";

export interface PartProps {
  readonly as?:
    | "div"
    | "main"
    | "section"
    | "header"
    | "footer"
    | "nav"
    | "h1"
    | "h2"
    | "h3"
    | "p"
    | "ul"
    | "ol"
    | "li"
    | "span"
    | "b"
    | "label";
  readonly className?: string;
  /** Said in place of what is seen. */
  readonly label?: string | undefined;
  /** `status` is read out when it comes, `alert` at once. */
  readonly role?: "status" | "alert" | "radiogroup" | "img" | "progressbar" | undefined;
  readonly id?: string | undefined;
  /** For looks only: silent for screen readers. */
  readonly silent?: boolean;
  readonly style?: Readonly<Record<string, string>>;
  readonly htmlFor?: string | undefined;
  readonly children?: ReactNode;
}

export function Part({ as = "div", label, silent, ...rest }: PartProps) {
  return createElement(as, {
    ...rest,
    ...(label ? { "aria-label": label } : {}),
    ...(silent ? { "aria-hidden": true } : {}),
  });
}
