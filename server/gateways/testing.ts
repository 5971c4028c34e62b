// A device that receives a push, for tests: opens what was sealed for it (RFC 8291 §3.4, RFC 8188 §2).
import { createDecipheriv, type ECDH, hkdfSync } from "node:crypto";

const saltBytes = 16;
const recordSizeBytes = 4;
const tagBytes = 16;

const expand = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, bytes));

const info = (text: string, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`${text}\0`), ...more]);

/** The text of one sealed record. Throws when it was sealed for another device. */
export function opened(body: Buffer, { device, auth }: { device: ECDH; auth: Buffer }): string {
  const salt = body.subarray(0, saltBytes);
  const keyLength = body.readUInt8(saltBytes + recordSizeBytes);
  const start = saltBytes + recordSizeBytes + 1;
  const sender = body.subarray(start, start + keyLength);
  const about = info("WebPush: info", device.getPublicKey(), sender);
  const secret = expand(device.computeSecret(sender), auth, about, 32);
  const key = expand(secret, salt, info("Content-Encoding: aes128gcm"), 16);
  const nonce = expand(secret, salt, info("Content-Encoding: nonce"), 12);
  const opening = createDecipheriv("aes-128-gcm", key, nonce, { authTagLength: tagBytes });
  opening.setAuthTag(body.subarray(-tagBytes));
  const record = opening.update(body.subarray(start + keyLength, -tagBytes));
  opening.final();
  // The last record ends with 2 and padding of zeros.
  return record.subarray(0, record.lastIndexOf(2)).toString();
}
