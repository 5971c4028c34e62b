// Build (构建): the portal's bundle and the API's types, made again only when what they are made of has changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const portal = join(root, "ends", "portal");
const mark = join(root, "dist", "portal", ".made-of");

/** What the portal is made of: its sources, the tokens, and every contract. */
const sources = [
  "package-lock.json",
  "ends/tokens.ts",
  "ends/portal/*.{html,ts,json}",
  "ends/portal/{src,public}/**/*",
  "{foundation,engine,registers,platforms}/**/contract.ts",
  "{foundation,registers,platforms}/**/routes.ts",
];

function madeOf(): string {
  const hash = createHash("sha256");
  for (const pattern of sources) {
    for (const file of globSync(pattern, { cwd: root, exclude: ["**/node_modules/**"] }).sort()) {
      if (file.endsWith("api.d.ts")) continue;
      try {
        hash.update(file).update(readFileSync(join(root, file)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EISDIR") throw error;
      }
    }
  }
  return hash.digest("hex");
}

function madeBefore(): string {
  try {
    return readFileSync(mark, "utf8");
  } catch {
    return "";
  }
}

function runNode(args: readonly string[], folder: string): void {
  const done = spawnSync(process.execPath, [...args], { cwd: folder, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`构建失败：\n${done.stdout}\n${done.stderr}`);
}

/** Writes ends/portal/src/api.d.ts from the house's own OpenAPI document. */
export function makeApiTypes(): void {
  const document = join(root, "node_modules", ".cache", "openapi.json");
  runNode([join(root, "server", "openapi.ts"), document], root);
  const generator = join(root, "node_modules", "openapi-typescript", "bin", "cli.js");
  runNode([generator, document, "-o", join(portal, "src", "api.d.ts")], root);
}

/** Builds the portal unless it is made of exactly these sources already. True when it was built. */
export function buildPortal(): boolean {
  const wanted = madeOf();
  if (madeBefore() === wanted) return false;
  makeApiTypes();
  runNode([join(root, "node_modules", "vite", "bin", "vite.js"), "build"], portal);
  writeFileSync(mark, wanted);
  return true;
}

if (import.meta.main) console.log(buildPortal() ? "portal built" : "portal is up to date");
