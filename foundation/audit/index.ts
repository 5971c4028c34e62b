// The record door of the foundation (操作记录).
export {
  type Checkpoint,
  checkpointSigner,
  openCheckpoint,
  signCheckpoint,
  type TreeHead,
} from "./checkpoint.ts";
export {
  type FileLook,
  type LookAt,
  looksAt,
  noteFileLook,
  noteLooks,
  type Seen,
} from "./looks.ts";
export {
  append,
  emptyTree,
  type Frontier,
  leafHash,
  type NodePlace,
  type ReadNodes,
  readFrontier,
  rootOf,
  type TreeNode,
} from "./merkle.ts";
export type { NoteSigner } from "./note.ts";
export {
  type Head,
  type Proof,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";
export { auditRoutes } from "./read.ts";
export { concerns, type Entry, type Look, noteLook, record, writesOfEntry } from "./record.ts";
export { findCheckpoint, type LogVerdict, proveLog, sealEntries, sealSweep } from "./tree.ts";
