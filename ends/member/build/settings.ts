// What Taro is told (编译设置): one source, two ends: the App under `/app` and the WeChat mini-program.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const member = fileURLToPath(new URL("..", import.meta.url));
const house = fileURLToPath(new URL("../../..", import.meta.url));
const { resolve } = createRequire(import.meta.url);

export type End = "h5" | "weapp";

export const folders = { h5: "dist/app", weapp: "dist/miniprogram" } as const;

/** Our code bears types and JSX and nothing else that needs turning; what old phones lack is lowered on minifying. */
const babel = {
  babelrc: false,
  configFile: false,
  compact: false,
  presets: [
    [resolve("@babel/preset-typescript"), { onlyRemoveTypeImports: true }],
    [resolve("@babel/preset-react"), { runtime: "automatic" }],
  ],
};

interface Paths {
  add(path: string): Paths;
  clear(): Paths;
}

/** As much of a chain of webpack's as is touched here. */
export interface Chain {
  readonly performance: { hints(show: boolean): unknown };
  readonly resolve: {
    set(option: string, value: unknown): unknown;
    readonly alias: { set(from: string, to: string): unknown };
  };
  readonly module: {
    rule(name: string): {
      use(name: string): { options(options: object): unknown };
      readonly include: Paths;
    };
  };
}

/** Files say their whole name; `login.ts` stands for the file of the end that is built, where there is one. */
export function suitChain(chain: Chain, end: End): void {
  chain.performance.hints(false);
  chain.resolve.set("extensionAlias", {
    ".ts": [`.${end}.ts`, ".ts"],
    ".tsx": [`.${end}.tsx`, ".tsx"],
  });
  // npm puts it beside us and not above, where Taro's own packages look for it.
  const runtime = "@tarojs/plugin-framework-react/dist/runtime";
  chain.resolve.alias.set(runtime, resolve(runtime));
  const script = chain.module.rule("script");
  script.use("babelLoader").options(babel);
  script.include.clear().add(`${member}src`);
  for (const part of ["ends/tokens.ts", "foundation"]) script.include.add(house + part);
}

const styles = { cssModules: { enable: false }, autoprefixer: { enable: false } };

const h5 = (routes: Readonly<Record<string, string>>) => ({
  publicPath: "/app/",
  staticDirectory: "assets",
  chunkDirectory: "assets",
  useHtmlComponents: true,
  enableSourceMap: false,
  output: {
    filename: "assets/[name].[contenthash:8].js",
    chunkFilename: "assets/[name].[contenthash:8].js",
  },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: "assets/[name].[contenthash:8].css",
    chunkFilename: "assets/[name].[contenthash:8].css",
  },
  router: { mode: "browser", basename: "/app", customRoutes: routes },
  postcss: { ...styles, pxtransform: { enable: false } },
});

const mini = {
  miniCssExtractPluginOption: { ignoreOrder: true },
  postcss: { ...styles, pxtransform: { enable: true } },
};

export interface Places {
  /** The App's paths by page file. */
  readonly routes: Readonly<Record<string, string>>;
  /** Where the mini-program finds the house; the App is served by it. */
  readonly origin: string;
}

export function settingsOf(end: End, { routes, origin }: Places) {
  return {
    projectName: "niangjia",
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: "src",
    outputRoot: `../../${folders[end]}`,
    framework: "react",
    compiler: { type: "webpack5", prebundle: { enable: false } },
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    jsMinimizer: "esbuild",
    esbuild: { minify: { enable: true, config: { target: "es2019" } } },
    defineConstants: { ORIGIN: JSON.stringify(end === "h5" ? "" : origin) },
    plugins: [],
    h5: h5(routes),
    mini,
  };
}
