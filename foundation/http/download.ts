// Downloads (下载): a file as an answer, under the name people gave it.
import type { FastifyReply } from "fastify";
import type { Download } from "./contract.ts";

/** A name as RFC 8187 writes it in a header: safe whatever it holds, be it half a character. */
const headerName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export const sendDownload = (reply: FastifyReply, { name, type, bytes }: Download): FastifyReply =>
  reply
    .header("content-disposition", `attachment; filename*=UTF-8''${headerName(name)}`)
    .type(type)
    .send(bytes instanceof Uint8Array ? Buffer.from(bytes) : bytes);
