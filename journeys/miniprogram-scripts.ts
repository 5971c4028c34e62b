// The scripts of the mini-program (小程序脚本), loaded as WeChat loads them: the language, timers, and nothing of a browser.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";

/** What a script registers: handlers by name, and data. */
export type Config = Readonly<Record<string, unknown>> & { readonly data?: object };

export interface Timers {
  /** As globals of the scripts. */
  readonly globals: {
    setTimeout(work: (...given: unknown[]) => void, ms?: number, ...given: unknown[]): object;
    setInterval(work: () => void, ms: number): object;
    clearTimeout(timer?: NodeJS.Timeout): void;
    clearInterval(timer?: NodeJS.Timeout): void;
  };
  /** Nothing that waits is done any more. */
  end(): void;
}

/** Timers that end with the mini-program. */
export function openTimers(): Timers {
  const running = new Set<NodeJS.Timeout>();
  const clear = (timer?: NodeJS.Timeout): void => {
    if (!timer) return;
    clearTimeout(timer);
    running.delete(timer);
  };
  const globals: Timers["globals"] = {
    setTimeout(work, ms = 0, ...given) {
      const timer = setTimeout(() => {
        running.delete(timer);
        work(...given);
      }, ms);
      running.add(timer);
      return timer;
    },
    setInterval(work, ms) {
      const timer = setInterval(work, ms);
      running.add(timer);
      return timer;
    },
    clearTimeout: clear,
    clearInterval: clear,
  };
  const end = (): void => {
    for (const timer of running) clear(timer);
  };
  return { globals, end };
}

export interface Scripts {
  readonly app: Config;
  /** What the script of a page registers; it is run the first time the page opens. */
  page(route: string): Config;
}

type Globals = Readonly<Record<string, unknown>>;

/** Runs `app.js` of the folder. */
export function loadScripts(folder: string, globals: Globals): Scripts {
  const registered: { app?: Config; page?: Config } = {};
  const loaded = new Map<string, { exports: unknown }>();
  const pages = new Map<string, Config>();
  const context = createContext({
    ...globals,
    console,
    App: (config: Config) => {
      registered.app = config;
    },
    Page: (config: Config) => {
      registered.page = config;
    },
    getApp: () => registered.app,
  });
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const code = `(function (require, module, exports) {${readFileSync(file, "utf8")}\n})`;
    const run = runInContext(code, context, { filename: file });
    const require = (name: string) =>
      load(join(dirname(file), name.endsWith(".js") ? name : `${name}.js`));
    run(require, module, module.exports);
    return module.exports;
  };
  load(join(folder, "app.js"));
  if (!registered.app) throw new Error("app.js registers no App");
  return {
    app: registered.app,
    page(route) {
      load(join(folder, `${route}.js`));
      const config = pages.get(route) ?? registered.page;
      if (!config) throw new Error(`${route}.js registers no Page`);
      pages.set(route, config);
      delete registered.page;
      return config;
    },
  };
}
