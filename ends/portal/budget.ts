// Size budget (体积预算): what a browser must fetch up to a list page, and what each lazy page adds; run after a build.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** gzip kB of scripts and styles. */
export const limits = { listKb: 450, pageKb: 200 };

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const built = fileURLToPath(new URL("../../dist/portal/", import.meta.url));

/** Chunks every list needs; whoever opens a second page has them already. */
const listParts = /\/antd-(list|date)-/;

/** Every file that loading a chunk brings with it, leaving out what is there already. */
function filesOf(manifest: Manifest, key: string, there = new Set<string>()): Set<string> {
  const files = new Set<string>();
  const waiting = [key];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const chunk = manifest[next];
    if (!chunk || files.has(chunk.file) || there.has(chunk.file)) continue;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

/** What the page or a part of it loads later, such as the drawing of its charts. */
function laterOf(manifest: Manifest, page: string, shell: Set<string>): readonly string[] {
  const own = filesOf(manifest, page, shell);
  const chunks = Object.values(manifest).filter((chunk) => own.has(chunk.file));
  return chunks.flatMap((chunk) => chunk.dynamicImports ?? []);
}

function kilobytes(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(built + file)).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}

export interface PageSize {
  readonly page: string;
  /** From an empty cache, shell included, until the page stands. */
  readonly firstKb: number;
  /** On top of the shell and the parts of lists, charts included. */
  readonly addedKb: number;
  readonly isList: boolean;
}

/** Each lazy page's size, heaviest first. Throws when nothing has been built. */
export function measure(): PageSize[] {
  const manifest = JSON.parse(readFileSync(`${built}.vite/manifest.json`, "utf8")) as Manifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (!entry) throw new Error("the manifest has no entry: build the portal first");
  const shell = filesOf(manifest, entry);
  const pages = (manifest[entry]?.dynamicImports ?? []).map((page) => {
    const own = [...filesOf(manifest, page, shell)];
    const later = laterOf(manifest, page, shell);
    const all = new Set([...own, ...later.flatMap((key) => [...filesOf(manifest, key, shell)])]);
    return {
      page,
      firstKb: kilobytes([...shell, ...own]),
      addedKb: kilobytes([...all].filter((file) => !listParts.test(file))),
      isList: own.some((file) => listParts.test(file)),
    };
  });
  return pages.sort((one, other) => other.addedKb - one.addedKb);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = measure();
  for (const { page, firstKb, addedKb } of pages) {
    process.stdout.write(
      `${page}  ${firstKb.toFixed(0)} kB from empty, adds ${addedKb.toFixed(0)} kB\n`,
    );
  }
  const heavy = pages.filter(
    ({ addedKb, firstKb, isList }) =>
      addedKb > limits.pageKb || (isList && firstKb > limits.listKb),
  );
  if (heavy.length > 0) {
    process.stderr.write(`over the budget: ${heavy.map(({ page }) => page).join(", ")}\n`);
    process.exitCode = 1;
  }
}
