// Size budget (体积预算): what a phone must fetch before the App's home stands, and WeChat's own limits; run after a build.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { isSeldom } from "./build/worker.ts";
import appConfig from "./src/app.config.ts";

/** kB: scripts of the App gzipped, packages of the mini-program as they are. */
export const limits = { scriptKb: 300, mainKb: 2000, subpackageKb: 2000 };

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0) / 1000;

/**
 * Every script of the App, its later pages too: the service worker fetches them all on the first
 * visit, but for what few ever use.
 */
export function measureApp(): { readonly scriptKb: number } {
  const scripts = filesIn(join(dist, "app")).filter(
    (file) => file.endsWith(".js") && !isSeldom(file),
  );
  return { scriptKb: sum(scripts.map((file) => gzipSync(readFileSync(file)).length)) };
}

/** The main package, and each other one by its folder. */
export function measureMiniprogram(): {
  readonly mainKb: number;
  readonly subpackagesKb: Readonly<Record<string, number>>;
} {
  const folder = join(dist, "miniprogram");
  const roots = appConfig.subPackages.map(({ root }) => root);
  const sizeIn = (place: string) => sum(filesIn(place).map((file) => statSync(file).size));
  const subpackages = roots.map((root) => [root, sizeIn(join(folder, root))] as const);
  return {
    mainKb: sizeIn(folder) - subpackages.reduce((all, [, size]) => all + size, 0),
    subpackagesKb: Object.fromEntries(subpackages),
  };
}

function say(what: string, sizeKb: number, limitKb: number): void {
  process.stdout.write(`${what}  ${sizeKb.toFixed(0)} kB of ${limitKb} kB\n`);
  if (sizeKb > limitKb) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (existsSync(join(dist, "app"))) say("App", measureApp().scriptKb, limits.scriptKb);
  if (existsSync(join(dist, "miniprogram"))) {
    const { mainKb, subpackagesKb } = measureMiniprogram();
    say("main package", mainKb, limits.mainKb);
    for (const [root, sizeKb] of Object.entries(subpackagesKb)) {
      say(`package ${root}`, sizeKb, limits.subpackageKb);
    }
  }
}
