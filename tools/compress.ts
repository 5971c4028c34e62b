// Compressed copies (预压缩): beside each text file of a built end lies what goes over the network in its place.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Smaller ones fit into one packet anyway. */
const worthBytes = 1_400;

/** Writes `x.js.br` and `x.js.gz` beside `x.js`, and so for all that is text. */
export function compressFolder(folder: string): void {
  for (const name of globSync("**/*.{js,css,html,svg,webmanifest}", { cwd: folder })) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    if (bytes.length < worthBytes) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}
