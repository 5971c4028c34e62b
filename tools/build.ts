// Build (构建): the ends' bundles and the API's types, made again only when what they are made of has changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressFolder } from "./compress.ts";

const root = join(import.meta.dirname, "..");
const portal = join(root, "ends", "portal");
const member = join(root, "ends", "member");
const markOf = (built: string): string => join(root, "dist", built, ".made-of");

/** What the portal is made of: its sources, the tokens, and every contract. */
const portalSources = [
  "package-lock.json",
  "ends/tokens.ts",
  "ends/portal/*.{html,ts,json}",
  "ends/portal/{src,public}/**/*",
  "ends/verify/{,src/}*.{html,ts,css}",
  "foundation/{base45,cose,presentation}.ts",
  "{foundation,engine,registers,platforms,server}/**/*{contract,routes,shapes}.ts",
];

/** What the worker's end is made of, on a phone and in WeChat. */
const memberSources = [
  "package-lock.json",
  "ends/tokens.ts",
  "ends/member/*.{ts,json}",
  "ends/member/{build,public,src}/**/*",
  "foundation/{base45,cose,day,idnumber,phone,presentation,text,verdict}.ts",
];

/** Written by the build itself. */
const isMade = (file: string): boolean => /api\.d\.ts$|tokens\.css$/.test(file);

function madeOf(sources: readonly string[]): string {
  // The mini-program bears the address of its house.
  const hash = createHash("sha256").update(process.env.NIANGJIA_ORIGIN ?? "");
  hash.update(readFileSync(join(import.meta.dirname, "compress.ts")));
  for (const pattern of sources) {
    for (const file of globSync(pattern, { cwd: root, exclude: ["**/node_modules/**"] }).sort()) {
      if (isMade(file)) continue;
      try {
        hash.update(file).update(readFileSync(join(root, file)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EISDIR") throw error;
      }
    }
  }
  return hash.digest("hex");
}

function madeBefore(built: string): string {
  try {
    return readFileSync(markOf(built), "utf8");
  } catch {
    return "";
  }
}

/** Makes `dist/<built>` unless it is made of exactly these sources already. True when it was made. */
function makeOnce(built: string, sources: readonly string[], make: () => void): boolean {
  const wanted = madeOf(sources);
  if (madeBefore(built) === wanted) return false;
  make();
  writeFileSync(markOf(built), wanted);
  return true;
}

function runNode(args: readonly string[], folder: string): void {
  const done = spawnSync(process.execPath, [...args], { cwd: folder, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`构建失败：\n${done.stdout}\n${done.stderr}`);
}

/** Writes the ends' api.d.ts from the house's own OpenAPI document. */
export function makeApiTypes(): void {
  const document = join(root, "node_modules", ".cache", "openapi.json");
  runNode([join(root, "server", "openapi.ts"), document], root);
  const generator = join(root, "node_modules", "openapi-typescript", "bin", "cli.js");
  runNode([generator, document, "-o", join(portal, "src", "api.d.ts")], root);
  copyFileSync(join(portal, "src", "api.d.ts"), join(member, "src", "api.d.ts"));
}

/** True when it was built. */
export const buildPortal = (): boolean =>
  makeOnce("portal", portalSources, () => {
    makeApiTypes();
    runNode([join(root, "node_modules", "vite", "bin", "vite.js"), "build"], portal);
    compressFolder(join(root, "dist", "portal"));
    runNode([join(root, "ends", "verify", "build.ts")], root);
  });

/** The App under `/app`. True when it was built. */
export const buildApp = (): boolean =>
  makeOnce("app", memberSources, () => {
    runNode([join(member, "build", "main.ts"), "h5"], member);
    compressFolder(join(root, "dist", "app"));
  });

/** The WeChat mini-program, which no server serves: an operator uploads it. True when it was built. */
export const buildMiniprogram = (): boolean =>
  makeOnce("miniprogram", memberSources, () =>
    runNode([join(member, "build", "main.ts"), "weapp"], member),
  );

const builds = { portal: buildPortal, app: buildApp, miniprogram: buildMiniprogram };

if (import.meta.main) {
  const [only] = process.argv.slice(2);
  for (const [name, build] of Object.entries(builds)) {
    if (only && only !== name) continue;
    console.log(`${name} ${build() ? "built" : "is up to date"}`);
  }
}
