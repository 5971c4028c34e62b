// The service worker made whole (离线清单): its types taken off, the App's files and their mark put in.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join, relative } from "node:path";

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith(".LICENSE.txt"))
    .sort();
}

/** Chunks named so are fetched when somebody first uses them, not beforehand by everybody. */
export const isSeldom = (file: string): boolean => /[/\\]seldom-[^/\\]*$/.test(file);

/** Writes `sw.js` into the built App. */
export function writeWorker(source: string, app: string): void {
  const files = filesIn(app);
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  const fetched = files.filter((file) => !isSeldom(file));
  const paths = fetched.map((file) => `/app/${relative(app, file).replaceAll("\\", "/")}`);
  const code = stripTypeScriptTypes(readFileSync(source, "utf8")).replace("export {};", "");
  const head = [
    `const FILES = ${JSON.stringify(paths)};`,
    `const VERSION = ${JSON.stringify(hash.digest("hex").slice(0, 12))};`,
  ];
  writeFileSync(join(app, "sw.js"), `${head.join("\n")}\n${code}`);
}
