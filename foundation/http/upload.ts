// Upload (上传): streams one file of a request into the vault before the transaction begins.
import type { FastifyRequest } from "fastify";
import type { Vault } from "../files/vault.ts";
import { refuse } from "../refusal.ts";
import type { Contract, Upload } from "./contract.ts";
import { doorRefusals } from "./refusals.ts";

const headBytes = 8 * 1024;

/** Receives the file; refuses a request without one, or with more bytes than the contract allows. */
export async function receiveUpload(
  contract: Contract,
  request: FastifyRequest,
  vault: Vault,
): Promise<Upload | undefined> {
  if (!contract.upload) return undefined;
  if (!request.isMultipart()) throw refuse(doorRefusals.wrongType);
  const part = await request.file({
    limits: { fileSize: contract.upload.bytesAtMost, files: 1, fields: 5 },
  });
  if (!part) {
    const fields = [{ path: "file", say: "请选择一个文件" }];
    throw refuse(doorRefusals.unreadable, { fields, words: { count: 1 } });
  }
  const head: Buffer[] = [];
  let taken = 0;
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of part?.file ?? []) {
      if (taken < headBytes) head.push(chunk.subarray(0, headBytes - taken));
      taken += chunk.length;
      yield chunk;
    }
  }
  const stored = await vault.put(watched());
  if (part.file.truncated) throw refuse(doorRefusals.tooLarge);
  return { ...stored, name: part.filename.slice(0, 200), head: Buffer.concat(head) };
}
