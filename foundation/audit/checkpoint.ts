// Checkpoint (签名树头): the size and root of the record at one moment, signed, to be kept elsewhere
// and held against it. Format: https://c2sp.org/tlog-checkpoint, the moment in one extension line.
import type { Keyring } from "../keys/index.ts";
import { type NoteSigner, noteSigner, openNote, signNote, strictBase64 } from "./note.ts";

export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
  readonly at: Date;
}

export interface Checkpoint extends TreeHead {
  /** The log this is a head of, such as `union.example.cn/record`. */
  readonly origin: string;
}

const ROOT_BYTES = 32;

/**
 * Signs in the name of the log `origin` with a key derived from the keyring: it stays the same when
 * field keys are rotated. Throws RangeError when the origin holds spaces or a plus.
 */
export function checkpointSigner(keys: Pick<Keyring, "derive">, origin: string): NoteSigner {
  return noteSigner(origin, keys.derive("audit checkpoint"));
}

export function signCheckpoint(head: TreeHead, signer: NoteSigner): string {
  const { size, root, at } = head;
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a tree size: ${size}`);
  if (root.length !== ROOT_BYTES) throw new RangeError("a root has 32 bytes");
  const lines = [signer.name, `${size}`, root.toString("base64"), `time ${at.toISOString()}`];
  return signNote(`${lines.join("\n")}\n`, signer);
}

/**
 * The head a checkpoint tells of, once its signature is verified. Throws an Error in Chinese when
 * it is not signed by that key, was altered, or is of another log. `verifierKey` must come from a
 * trusted place, never with the text.
 */
export function openCheckpoint(checkpoint: string, verifierKey: string): Checkpoint {
  const text = openNote(checkpoint, verifierKey);
  if (text === undefined) {
    throw new Error(
      "这份签名树头不是用这把公钥签的，或已被改动。请核对公钥，并换用原始保存的那一份。",
    );
  }
  const head = parse(text);
  if (!head || !verifierKey.startsWith(`${head.origin}+`)) {
    throw new Error("这份签名文本不是本系统操作记录的树头。请换用导出的签名树头文件。");
  }
  return head;
}

function parse(text: string): Checkpoint | undefined {
  const [origin, size, encodedRoot, ...more] = text.slice(0, -1).split("\n");
  const root = strictBase64(encodedRoot ?? "");
  const time = more.find((line) => line.startsWith("time "))?.slice("time ".length);
  const at = new Date(time ?? "");
  if (!origin || !isSize(size) || root?.length !== ROOT_BYTES || more.includes(""))
    return undefined;
  return Number.isNaN(at.getTime()) ? undefined : { origin, size: Number(size), root, at };
}

const isSize = (text: string | undefined): boolean =>
  text !== undefined && /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text));
