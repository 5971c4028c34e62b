// The frame of a page (页面框架) in the mini-program: WeChat draws the bar above and the tabs below.
import type { ReactNode } from "react";
import { Part } from "./part.tsx";

interface FrameProps {
  readonly title: string;
  readonly tab?: string | undefined;
  readonly first: boolean;
  readonly notices: ReactNode;
  readonly children: ReactNode;
}

export function Frame({ notices, children }: FrameProps) {
  return (
    <Part as="main" className="main">
      {notices}
      {children}
    </Part>
  );
}
