// Tidy (整洁): the measures of STYLE.md that no linter holds: sizes, first lines, words that may not stand on main.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const linesAtMost = 300;
const testLinesAtMost = 400;
const rootEntriesAtMost = 22;
const scriptsAtMost = 10;

function trackedFiles(): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard"];
  return execFileSync("git", args, { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file && existsSync(join(root, file)));
}

/** Data and text written as code is not read from top to bottom. */
const isData = (file: string): boolean => /-(data|stock)\.ts$|holidays\.ts$/.test(file);

function faultsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const lines = text.split("\n");
  const limit = file.includes(".test.") ? testLinesAtMost : linesAtMost;
  const faults: string[] = [];
  if (lines.length - 1 > limit && !isData(file))
    faults.push(`${lines.length - 1} lines, at most ${limit}`);
  if (!/^(\/\/|\/\*|#!|--)/.test(text)) faults.push("the first line does not say what the file is");
  lines.forEach((line, index) => {
    const where = `line ${index + 1}`;
    if (/\b(TODO|FIXME|HACK|XXX)\b/.test(line)) faults.push(`${where}: unfinished business`);
    if (/@ts-(ignore|nocheck|expect-error)|\bas any(?=[;,)\]}>])/.test(line))
      faults.push(`${where}: a type is hidden`);
    if (/\b(it|test|describe)\.only\(/.test(line)) faults.push(`${where}: only one test would run`);
    if (/expect\(true\)/.test(line)) faults.push(`${where}: a test that cannot fail`);
  });
  return faults.map((fault) => `${file}: ${fault}`);
}

function houseFaults(files: readonly string[]): string[] {
  // Dot files, the lock and settings are the tools’ own; a person reads the rest.
  const entries = new Set(
    files
      .map((file) => file.split("/")[0] ?? "")
      .filter(
        (entry) =>
          !entry.startsWith(".") && !/^(package-lock|tsconfig|biome|vitest\.config)\b/.test(entry),
      ),
  );
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const faults: string[] = [];
  if (entries.size > rootEntriesAtMost) faults.push(`the root has ${entries.size} entries`);
  if (Object.keys(scripts).length > scriptsAtMost) faults.push("too many scripts in package.json");
  return faults;
}

const files = trackedFiles();
const code = files.filter((file) => /\.(ts|tsx|mjs|sql)$/.test(file) && file !== "tools/tidy.ts");
const faults = [...houseFaults(files), ...code.flatMap(faultsOf)];
for (const fault of faults) console.log(fault);
console.log(`${code.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
