// Where the database of the tests lives (测试数据库). Each test house is a thousand small files made and unmade: a disk
// that others write to lets them wait a second and more, memory does not.
import { createHash } from "node:crypto";
import { existsSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const memory = "/dev/shm";
const bytesAtLeast = 2 ** 31;

const onDisk = join(root, "node_modules", ".cache", "test-postgres");
/** Every checkout has its own. */
const inMemory = join(
  memory,
  `niangjia-test-${createHash("sha256").update(root).digest("hex").slice(0, 12)}`,
);

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= bytesAtLeast;
}

/** The folder of the cluster: the one asked for, else the one in use, else in memory when that has 2 GiB free. */
export function testCluster(): string {
  const asked = process.env.NIANGJIA_TEST_DATA;
  if (asked) return asked;
  return existsSync(inMemory) || hasRoom() ? inMemory : onDisk;
}

/** Where a test house keeps its files: beside its database. */
export const testScratch = (): string => (testCluster() === inMemory ? memory : tmpdir());

/** Gives the memory back, unless a run beside this one still uses it. */
export function forgetTestCluster(): void {
  if (existsSync(join(inMemory, "cluster", "postmaster.pid"))) return;
  rmSync(inMemory, { recursive: true, force: true });
}
