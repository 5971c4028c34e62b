// Reading a YAML file (规则文件) so that every fault is told with its file and line.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { zhCN } from "zod/locales";

/** Faults of a shape are told in Chinese where the shape has no words of its own. */
export const inChineseWords = { error: zhCN().localeError };

/** The start of the innermost thing on the way of `path` that stands in the file. */
function startOf(source: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = source.getIn(path.slice(0, length), true);
    const range = node && typeof node === "object" && "range" in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === "number") return range[0];
  }
  return 0;
}

/**
 * Reads and checks a file. Throws an Error with one line for each fault, `file:line: what`: these
 * files are read at the start, so a slip stops the start and never a case.
 */
export function readYaml<Shape>(file: URL, shape: z.ZodType<Shape>): Shape {
  const name = relative(process.cwd(), fileURLToPath(file));
  const lines = new LineCounter();
  const source = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const at = (offset: number) => `${name}:${Math.max(1, lines.linePos(offset).line)}`;
  if (source.errors.length > 0) {
    throw new Error(
      source.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join("\n"),
    );
  }
  const read = shape.safeParse(source.toJS(), inChineseWords);
  if (read.success) return read.data;
  const faults = read.error.issues.map(
    ({ path, message }) => `${at(startOf(source, path))}: ${path.join(".")}: ${message}`,
  );
  throw new Error(faults.join("\n"));
}
