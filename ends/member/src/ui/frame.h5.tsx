// The frame of a page (页面框架) in the App: its bar above, and below the four tabs, which we draw ourselves.
import type { ReactNode } from "react";
import { go, goBack } from "../device/go.ts";
import { type TabWord, tabs } from "../pages.ts";
import { Part } from "./part.tsx";
import { Press } from "./press.tsx";

interface FrameProps {
  readonly title: string;
  readonly tab?: TabWord | undefined;
  readonly first: boolean;
  readonly notices: ReactNode;
  readonly children: ReactNode;
}

export function Frame({ title, tab, first, notices, children }: FrameProps) {
  return (
    <>
      <Part as="header" className="bar">
        {first ? null : (
          <Press className="bar-back" label="返回" onPress={goBack}>
            <Part as="span" className="icon icon-back" silent />
          </Press>
        )}
        <Part as="h1" className="bar-title">
          {title}
        </Part>
      </Part>
      <Part as="main" className="main">
        {notices}
        {children}
      </Part>
      {tab ? <Tabs tab={tab} /> : null}
    </>
  );
}

function Tabs({ tab }: { readonly tab: TabWord }) {
  return (
    <Part as="nav" className="tabs" label="主要页面">
      {tabs.map(({ page, title }) => (
        <Press
          key={page}
          className={`tab ${page === tab ? "tab-on" : ""}`}
          current={page === tab}
          onPress={() => {
            if (page !== tab) go(page);
          }}
        >
          <Part as="span" className={`icon icon-${page}`} silent />
          {title}
        </Press>
      ))}
    </Part>
  );
}
