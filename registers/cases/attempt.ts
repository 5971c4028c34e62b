// An attempt (试办): work that may be refused without giving up what the act has done before it.
import type { Act } from "@niangjia/foundation/act";
import { Refusal } from "@niangjia/foundation/refusal";
import { sql } from "kysely";

/** What the work answers, or its refusal; of refused work nothing is left behind. */
export async function attempt<T>(act: Act, work: () => Promise<T>): Promise<T | Refusal> {
  await sql.raw("savepoint attempt").execute(act.tx);
  try {
    const result = await work();
    await sql.raw("release savepoint attempt").execute(act.tx);
    return result;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await sql.raw("rollback to savepoint attempt").execute(act.tx);
    return error;
  }
}
