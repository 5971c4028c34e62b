// The pages of a running mini-program (小程序页面栈) and the way from one to the next, with WeChat's own limits.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setAt } from "./miniprogram-screen.ts";
import { type Config, loadScripts, openTimers } from "./miniprogram-scripts.ts";
import { type Callbacks, settle } from "./miniprogram-wechat.ts";

const pagesAtMost = 10;

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar: {
    readonly list: readonly { readonly pagePath: string; readonly text: string }[];
  };
}

/** A page as its scripts know it. */
type Instance = Record<string, unknown>;

export interface OpenPage {
  readonly route: string;
  readonly data: Record<string, unknown>;
  readonly instance: Instance;
}

/** Calls what the page or the App was registered with, such as `onShow` or `eh`. */
export function call(of: Instance | Config, name: string, ...given: unknown[]): void {
  const handler = of[name];
  if (typeof handler === "function") handler.apply(of, given);
}

interface Around {
  /** Called whenever something else is shown. */
  readonly changed: () => void;
  readonly later: (work: () => void) => void;
}

function openPage(route: string, config: Config, { changed, later }: Around): OpenPage {
  const data: Record<string, unknown> = { ...structuredClone(config.data) };
  const instance: Instance = {
    ...config,
    route,
    data,
    // What crosses over to the view is written down and read again.
    setData(change: object, done?: () => void) {
      const crossed = JSON.parse(JSON.stringify(change)) as Record<string, unknown>;
      for (const [path, value] of Object.entries(crossed)) setAt(data, path, value);
      if (done) later(() => done.call(instance));
      changed();
    },
  };
  return { route, data, instance };
}

interface Goal extends Callbacks<object> {
  readonly url: string;
}

interface Ways {
  readonly isTab: (route: string) => boolean;
  readonly open: (route: string) => OpenPage;
  readonly changed: () => void;
}

/** Which pages lie on each other; the last one is seen. */
function openStack({ isTab, open, changed }: Ways) {
  const tabs = new Map<string, OpenPage>();
  let stack: OpenPage[] = [];
  const top = (): OpenPage => stack.at(-1)!;
  const leave = (page: OpenPage | undefined): void => {
    if (!page) return;
    call(page.instance, "onUnload");
    tabs.delete(page.route);
  };
  const show = (page: OpenPage): void => {
    call(page.instance, "onShow");
    changed();
  };
  const enter = (route: string, query: object): void => {
    if (isTab(route)) throw new Error("navigateTo:fail can not navigateTo a tabbar page");
    if (stack.length >= pagesAtMost) throw new Error("navigateTo:fail webview count limit exceed");
    const page = open(route);
    stack.push(page);
    call(page.instance, "onLoad", query);
    show(page);
    call(page.instance, "onReady");
  };
  const moves = {
    switchTab(route: string): void {
      if (!isTab(route)) throw new Error("switchTab:fail can not switch to no-tabBar page");
      for (const page of stack) isTab(page.route) ? call(page.instance, "onHide") : leave(page);
      const kept = tabs.get(route);
      const page = kept ?? open(route);
      tabs.set(route, page);
      stack = [page];
      if (!kept) call(page.instance, "onLoad", {});
      show(page);
      if (!kept) call(page.instance, "onReady");
    },
    navigateTo(route: string, query: object): void {
      call(top().instance, "onHide");
      enter(route, query);
    },
    redirectTo(route: string, query: object): void {
      leave(stack.pop());
      enter(route, query);
    },
  };
  return { top, all: () => stack, moves };
}

export interface Pages {
  readonly top: () => OpenPage;
  readonly tabs: AppJson["tabBar"]["list"];
  /** WeChat's tab bar is pressed. */
  readonly switchTab: (route: string) => void;
  readonly end: () => void;
}

/** Starts the mini-program of the folder on its first page. */
export function startPages(folder: string, wx: object, changed: () => void): Pages {
  const { pages, subPackages, tabBar } = JSON.parse(
    readFileSync(join(folder, "app.json"), "utf8"),
  ) as AppJson;
  const routes = new Set([
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ]);
  const timers = openTimers();
  const around = { changed, later: timers.globals.setTimeout };
  const { top, all, moves } = openStack({
    isTab: (route) => tabBar.list.some(({ pagePath }) => pagePath === route),
    open: (route) => openPage(route, scripts.page(route), around),
    changed,
  });
  const going = (move: (route: string, query: object) => void) => (goal: Goal) => {
    const went = Promise.resolve().then(() => {
      const { pathname, searchParams } = new URL(goal.url, "page://mini");
      const route = pathname.slice(1);
      if (!routes.has(route)) throw new Error(`navigateTo:fail page "${route}" is not found`);
      move(route, Object.fromEntries(searchParams));
      return {};
    });
    settle(went, goal);
  };
  const ways = Object.entries(moves).map(([name, move]) => [name, going(move)] as const);
  const scripts = loadScripts(folder, {
    ...timers.globals,
    wx: Object.assign(wx, Object.fromEntries(ways)),
    getCurrentPages: () => all().map(({ instance }) => instance),
  });
  const [first = ""] = pages;
  call(scripts.app, "onLaunch", { path: first, query: {} });
  call(scripts.app, "onShow", { path: first, query: {} });
  moves.switchTab(first);
  return { top, tabs: tabBar.list, switchTab: moves.switchTab, end: timers.end };
}
