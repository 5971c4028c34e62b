// Identity gateway (实名核验网关): asks the operator's provider whether a name and a number belong together.
import type { IdentityProvider } from "@niangjia/platforms/realname/roster";
import { z } from "zod";
import type { Config } from "../config.ts";

const answerShape = z.object({ result: z.enum(["matched", "mismatched", "unknown"]) });

/**
 * A provider that speaks plain JSON: `{ name, idNumber }` is posted, `{ result }` comes back, one of matched (一致),
 * mismatched (不一致) and unknown (查无). Any other answer is none.
 */
export const httpIdentity = (url: string): IdentityProvider => ({
  async check(asked) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`the identity provider answered ${answer.status}`);
    return answerShape.parse(await answer.json()).result;
  },
});

/**
 * A provider for houses of invented people, without any network. By the first 17 digits as one number: a remainder of 0
 * by 97 is unknown, else one of 1 by 89 mismatched, all others matched; so about one in a hundred each.
 */
export const simulatedIdentity: IdentityProvider = {
  async check({ idNumber }) {
    const number = BigInt(idNumber.slice(0, 17));
    if (number % 97n === 0n) return "unknown";
    return number % 89n === 1n ? "mismatched" : "matched";
  },
};

/** The operator's provider; in a demo the simulated one; else none, and records stay unverified. */
export function houseIdentity({ identityUrl, demo }: Config): IdentityProvider | null {
  if (identityUrl) return httpIdentity(identityUrl);
  return demo ? simulatedIdentity : null;
}
