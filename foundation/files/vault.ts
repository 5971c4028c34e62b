// Vault (文件库): bytes of files on disk, named by their hash; the rows that give them a name live in the database.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

export interface Stored {
  readonly sha256: string;
  readonly size: number;
}

export class Vault {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("a stored file is named by its sha-256");
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Writes bytes and flushes them to disk before it answers; the same bytes twice are one file. */
  async put(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Stored> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = join(this.folder, `.${randomUUID()}`);
    const handle = await open(unfinished, "wx", 0o600);
    const hash = createHash("sha256");
    let size = 0;
    try {
      for await (const chunk of bytes) {
        hash.update(chunk);
        size += chunk.length;
        await handle.write(chunk);
      }
      await handle.sync();
    } catch (error) {
      await handle.close();
      await rm(unfinished, { force: true });
      throw error;
    }
    await handle.close();
    const sha256 = hash.digest("hex");
    const final = this.path(sha256);
    await mkdir(dirname(final), { recursive: true, mode: 0o700 });
    await rename(unfinished, final);
    return { sha256, size };
  }

  read(sha256: string): Readable {
    return createReadStream(this.path(sha256));
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.path(sha256)).then(
      () => true,
      () => false,
    );
  }
}
