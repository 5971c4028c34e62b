// The build command (构建命令) as a plugin of Taro's kernel: hands our settings to the platform that is built.
import { fileURLToPath } from "node:url";
import { spoken } from "./spoken.mjs";

const spokenRuntime = fileURLToPath(new URL("spoken-runtime.mjs", import.meta.url));

const hooks = [
  "modifyAppConfig",
  "modifyWebpackChain",
  "modifyViteConfig",
  "modifyBuildAssets",
  "modifyMiniConfigs",
  "modifyComponentConfig",
  "onCompilerMake",
  "onParseCreateElement",
  "onBuildStart",
  "onBuildFinish",
  "onBuildComplete",
  "modifyRunnerOpts",
];

/** Kernel hooks take an initial value and options; the runner calls with these. */
const asked = {
  modifyAppConfig: (appConfig) => [undefined, { appConfig }],
  modifyWebpackChain: (chain, webpack, data) => [chain, { chain, webpack, data }],
  modifyBuildAssets: (assets, miniPlugin) => [assets, { assets, miniPlugin }],
  modifyMiniConfigs: (configMap) => [configMap, { configMap }],
  modifyComponentConfig: (componentConfig, config) => [undefined, { componentConfig, config }],
  onCompilerMake: (compilation, compiler, plugin) => [undefined, { compilation, compiler, plugin }],
  onParseCreateElement: (nodeName, componentConfig) => [undefined, { nodeName, componentConfig }],
  onBuildFinish: (outcome) => [undefined, outcome],
};

/** The runner itself says “compiled with some errors” and goes on. */
function sayErrors({ error, stats }) {
  if (error) throw error;
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

export default (context, { suit }) => {
  for (const hook of hooks) context.registerMethod(hook);
  context.registerMethod("generateProjectConfig", () => undefined);
  context.registerMethod("generateFrameworkInfo", () => undefined);
  context.modifyWebpackChain(({ chain }) => suit(chain));
  context.onBuildFinish(sayErrors);
  context.registerMethod({
    name: "onSetupClose",
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(context, spoken());
      platform.runtimePath = [platform.runtimePath, spokenRuntime];
    },
  });
  const callbacks = Object.fromEntries(
    Object.entries(asked).map(([name, read]) => [
      name,
      async (...given) => {
        const [initialVal, opts] = read(...given);
        await context.applyPlugins({ name, initialVal, opts });
      },
    ]),
  );
  context.registerCommand({
    name: "build",
    async fn({ config, options: { platform } }) {
      const settings = { ...config, ...callbacks, isWatch: false, mode: "production" };
      await context.applyPlugins({ name: platform, opts: { config: settings } });
    },
  });
};
