// The tree (操作记录树): entries take their place in a Merkle tree soon after they were written; heads are signed.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import type { Step, Sweep } from "../worker/work.ts";
import { checkpointSigner, openCheckpoint, signCheckpoint } from "./checkpoint.ts";
import {
  append,
  leafHash,
  type NodePlace,
  type ReadNodes,
  readFrontier,
  rootOf,
} from "./merkle.ts";
import { proveConsistency, verifyConsistency } from "./proofs.ts";

const origin = "niangjia/record";
const entriesAtOnce = 5_000;
/** Any number of our own: who holds it is the only one that appends. */
const appendLock = 20_260_401;

interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly account_id: string | null;
  readonly post_id: string | null;
  readonly org_path: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly subject: string | null;
  readonly request_id: string;
  readonly details: unknown;
}

/** What is hashed of an entry: all of it, in an order that never changes. */
function leafOf(row: EntryRow): Buffer {
  const { id, at, account_id, post_id, org_path, actor_name, action, subject, request_id } = row;
  const parts = [id, at.toISOString(), account_id, post_id, org_path, actor_name, action, subject];
  return leafHash(Buffer.from(JSON.stringify([...parts, request_id, row.details])));
}

const nodesOf =
  (act: Act): ReadNodes =>
  async (places: readonly NodePlace[]) => {
    if (places.length === 0) return [];
    const { rows } = await sql<{ hash: Buffer }>`
      select n.hash from unnest(${places.map((p) => p.level)}::int[],
          ${places.map((p) => p.index)}::bigint[]) with ordinality as p (level, index, nth)
        join audit.nodes n on n.level = p.level and n.node_index = p.index
      order by p.nth`.execute(act.tx);
    if (rows.length !== places.length) throw new Error("操作记录的树缺了节点，记录已被改动。");
    return rows.map((row) => row.hash);
  };

async function sizeOf(act: Act): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select coalesce(max(size), 0)::bigint as size from audit.heads`.execute(act.tx);
  return rows[0]?.size ?? 0;
}

/** Appends up to 5,000 waiting entries and signs the new head. Answers how many entered. */
export async function sealEntries(act: Act): Promise<number> {
  await sql`select pg_advisory_xact_lock(${appendLock})`.execute(act.tx);
  const { rows } = await sql<EntryRow>`with taken as (
      delete from audit.pending where entry_id in
        (select entry_id from audit.pending order by entry_id limit ${entriesAtOnce})
      returning entry_id)
    select e.* from audit.entries e join taken on taken.entry_id = e.id order by e.id`.execute(
    act.tx,
  );
  if (rows.length === 0) return 0;
  const size = await sizeOf(act);
  const leaves = rows.map(leafOf);
  const { frontier, nodes } = append(await readFrontier(size, nodesOf(act)), leaves);
  await sql`insert into audit.leaves (leaf_index, entry_id, leaf_hash)
    select * from unnest(${rows.map((_row, nth) => size + nth)}::bigint[],
      ${rows.map((row) => row.id)}::uuid[], ${leaves}::bytea[])`.execute(act.tx);
  await sql`insert into audit.nodes (level, node_index, hash)
    select * from unnest(${nodes.map((node) => node.level)}::int[],
      ${nodes.map((node) => node.index)}::bigint[], ${nodes.map((node) => node.hash)}::bytea[])`.execute(
    act.tx,
  );
  const root = rootOf(frontier);
  const signer = checkpointSigner(act.keys, origin);
  const checkpoint = signCheckpoint({ size: frontier.size, root, at: act.now }, signer);
  await sql`insert into audit.heads (size, root, at, checkpoint)
    values (${frontier.size}, ${root}, ${act.now}, ${checkpoint})`.execute(act.tx);
  return rows.length;
}

export const sealSweep: Sweep = {
  name: "audit.seal",
  title: "操作记录入树",
  cron: "* * * * *",
  async run(step: Step) {
    let entries = 0;
    for (;;) {
      const sealed = await step(sealEntries);
      entries += sealed;
      if (sealed < entriesAtOnce) return { entries };
    }
  },
};

/** The newest signed head, to be saved elsewhere; undefined before the first entry. */
export async function findCheckpoint(act: Act): Promise<string | undefined> {
  const { rows } = await sql<{ checkpoint: string }>`
    select checkpoint from audit.heads order by size desc limit 1`.execute(act.tx);
  return rows[0]?.checkpoint;
}

const pageOfEntries = 20_000;

/** Hashes every entry again. Answers the first whose place in the tree does not hold it. */
async function findChangedEntry(act: Act, size: number): Promise<string | undefined> {
  for (let from = 0; from < size; from += pageOfEntries) {
    const { rows } = await sql<EntryRow & { leaf_index: number; leaf_hash: Buffer; node: Buffer }>`
      select e.*, l.leaf_index, l.leaf_hash, n.hash as node from audit.leaves l
        left join audit.entries e on e.id = l.entry_id
        left join audit.nodes n on n.level = 0 and n.node_index = l.leaf_index
      where l.leaf_index >= ${from} and l.leaf_index < ${from + pageOfEntries}
      order by l.leaf_index`.execute(act.tx);
    const expected = Math.min(pageOfEntries, size - from);
    if (rows.length !== expected) return `第 ${from} 条之后缺少记录`;
    const changed = rows.find(
      (row) => !row.id || !leafOf(row).equals(row.leaf_hash) || !row.leaf_hash.equals(row.node),
    );
    if (changed) return `第 ${changed.leaf_index} 条`;
  }
  return undefined;
}

/** Rebuilds the tree from its leaves alone, so that stored inner nodes are not taken on trust. */
async function rootFromLeaves(act: Act, size: number): Promise<Buffer> {
  let frontier = await readFrontier(0, nodesOf(act));
  for (let from = 0; from < size; from += pageOfEntries) {
    const { rows } = await sql<{ leaf_hash: Buffer }>`select leaf_hash from audit.leaves
      where leaf_index >= ${from} and leaf_index < ${from + pageOfEntries}
      order by leaf_index`.execute(act.tx);
    frontier = append(
      frontier,
      rows.map((row) => row.leaf_hash),
    ).frontier;
  }
  return rootOf(frontier);
}

export interface LogVerdict {
  readonly size: number;
  /** What is wrong, in Chinese; undefined when the log is whole. */
  readonly fault?: string;
}

/** Proves the whole log: every entry, the root, the signature, and that it continues a head saved earlier. */
export async function proveLog(act: Act, savedHead?: string): Promise<LogVerdict> {
  const checkpoint = await findCheckpoint(act);
  if (!checkpoint) return savedHead ? { size: 0, fault: "记录是空的，但保存过树头" } : { size: 0 };
  const { verifierKey } = checkpointSigner(act.keys, origin);
  const head = openCheckpoint(checkpoint, verifierKey);
  const { size, root } = head;
  const changed = await findChangedEntry(act, size);
  if (changed) return { size, fault: `操作记录${changed}与树不符，已被改动` };
  if (!(await rootFromLeaves(act, size)).equals(root))
    return { size, fault: "树根与签名的树头不符" };
  if (!savedHead) return { size };
  const saved = openCheckpoint(savedHead, verifierKey);
  if (saved.size > size)
    return { size, fault: `保存的树头有 ${saved.size} 条，现在只有 ${size} 条` };
  const proof = await proveConsistency(saved.size, size, nodesOf(act));
  const continues = verifyConsistency(saved, head, proof);
  return continues ? { size } : { size, fault: "现在的记录不是保存的树头的延续" };
}
