// Store of migrations (转入新流程): running cases of an earlier version, and the flow they were filed on.
import type { Definition } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { CaseTables } from "./store.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

interface Earlier {
  readonly function: string;
  readonly version: number;
  /** Number of the local flow; without it, the common one. */
  readonly variant?: number;
}

export const flowOfVersion = (house: Act, { function: fn, version, variant = 0 }: Earlier) =>
  db(house)
    .selectFrom("business.case_flows")
    .select("definition")
    .where("function", "=", fn)
    .where("version", "=", version)
    .where("variant", "=", variant)
    .$castTo<{ definition: Definition }>()
    .executeTakeFirst();

const batch = 100;

/** Ids of running cases of an earlier version, in order, after one of them. */
export async function casesOfVersion(
  house: Act,
  { function: fn, version }: Earlier,
  after: string | undefined,
): Promise<string[]> {
  const rows = await db(house)
    .selectFrom("business.cases")
    .select("id")
    .where("function", "=", fn)
    .where("version", "=", version)
    .where("variant", "=", 0)
    .where("status", "in", ["running", "returned"])
    .$if(after !== undefined, (query) => query.where("id", ">", after!))
    .orderBy("id")
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

export async function setFlow(
  house: Act,
  id: string,
  flow: Required<Omit<Earlier, "function">>,
): Promise<void> {
  await db(house).updateTable("business.cases").set(flow).where("id", "=", id).execute();
}
