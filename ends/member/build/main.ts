// Building the worker's end (构建职工端): `node ends/member/build/main.ts h5|weapp`.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cssVariables } from "../../tokens.ts";
import { routes } from "../src/pages.ts";
import { type Chain, type End, folders, settingsOf, suitChain } from "./settings.ts";
import { writeWorker } from "./worker.ts";

const member = fileURLToPath(new URL("..", import.meta.url));
const end: End = process.argv[2] === "weapp" ? "weapp" : "h5";
const built = join(member, "..", "..", folders[end]);

/** The mini-program's root is called `page`. */
function writeTokens(): void {
  const variables = cssVariables().replace(":root", end === "weapp" ? "page" : ":root");
  writeFileSync(
    join(member, "src", "styles", "tokens.css"),
    `/* Tokens (设计规范) */\n${variables}\n`,
  );
}

async function compile(): Promise<void> {
  process.env.NODE_ENV = "production";
  process.env.TARO_ENV = end;
  const { Config, Kernel } = createRequire(import.meta.url)("@tarojs/service");
  const config = Object.assign(new Config({ appPath: member, disableGlobalConfig: true }), {
    initialConfig: settingsOf(end, {
      routes: routes(),
      origin: process.env.NIANGJIA_ORIGIN ?? "https://localhost",
    }),
    initialGlobalConfig: {},
    configPath: fileURLToPath(import.meta.url),
    isInitSuccess: true,
  });
  const suit = (chain: Chain): void => suitChain(chain, end);
  const kernel = new Kernel({
    appPath: member,
    config,
    presets: [],
    plugins: [
      [join(member, "build", "command.mjs"), { suit }],
      `@tarojs/plugin-platform-${end}`,
      "@tarojs/plugin-framework-react",
    ],
  });
  await kernel.run({ name: "build", opts: { options: { platform: end } } });
}

rmSync(built, { recursive: true, force: true });
writeTokens();
await compile();
if (end === "h5") {
  cpSync(join(member, "public"), built, { recursive: true });
  writeWorker(join(member, "sw.ts"), built);
} else {
  cpSync(join(member, "project.config.json"), join(built, "project.config.json"));
}
