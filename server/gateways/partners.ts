// Partner gateway (移送网关): hands files to courts and arbitration bodies through the operator's exchange.
import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { PartnerGateway } from "@niangjia/platforms/grassroots/mediation";
import { z } from "zod";
import type { Config } from "../config.ts";

const answerShape = z.object({ receipt: z.string().trim().min(1).max(60) });
const answeredWithinMs = 60_000;

/**
 * An exchange that takes one multipart request a file: `delivery` as JSON (id, kind, partner, number and
 * name, type, sha256 of each document) and the documents in that order. It answers `{ receipt }`; the id
 * is also the idempotency key. Any other answer is none.
 */
const httpPartners = (url: string): PartnerGateway => ({
  async hand({ documents, ...delivery }) {
    const form = new FormData();
    const listed = documents.map(({ name, type, sha256 }) => ({ name, type, sha256 }));
    form.append("delivery", JSON.stringify({ ...delivery, documents: listed }));
    for (const { name, type, read } of documents) {
      form.append("documents", new Blob([await buffer(read())], { type }), name);
    }
    const answer = await fetch(url, {
      method: "POST",
      headers: { "idempotency-key": delivery.id },
      body: form,
      signal: AbortSignal.timeout(answeredWithinMs),
    });
    if (!answer.ok) throw new Error(`the exchange answered ${answer.status}`);
    return answerShape.parse(await answer.json()).receipt;
  },
});

const words = { confirmation: "确", arbitration: "仲", court: "诉" } as const;

/**
 * An exchange for houses of invented people, without any network: it reads every document, compares its
 * hash and gives the same receipt for the same delivery each time.
 */
export const simulatedPartners: PartnerGateway = {
  async hand({ id, kind, documents }) {
    for (const { name, sha256, read } of documents) {
      const found = createHash("sha256")
        .update(await buffer(read()))
        .digest("hex");
      if (found !== sha256) throw new Error(`${name} is not what was sent`);
    }
    const running = createHash("sha256").update(id).digest().readUInt32BE(0) % 1_000_000;
    return `演示收${words[kind]}字${String(running).padStart(6, "0")}号`;
  },
};

/** The operator's exchange; in a demo the simulated one; else none, and files are taken there by hand. */
export function housePartners({ partnersUrl, demo }: Config): PartnerGateway | null {
  if (partnersUrl) return httpPartners(partnersUrl);
  return demo ? simulatedPartners : null;
}
