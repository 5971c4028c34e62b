// The desk page (待办列表): a cadre's first page of what to do, beside one row by its key through the
// same path.
import assert from "node:assert/strict";
import type { Act } from "@niangjia/foundation/act";
import * as contract from "@niangjia/registers/cases/contract";
import { sql } from "kysely";
import { cadreAt } from "../cadre.ts";
import type { Ground } from "../ground.ts";
import { compare, timed } from "../rounds.ts";
import { useCase } from "./ours.ts";
import type { Firm } from "./people.ts";

/** A desk is looked at all day long; one look would find everything cold. */
const looksARound = 100;

const showDesk = useCase(contract.desk);

const oneCase = async (act: Act, id: string): Promise<number> => {
  const { rows } = await sql`select id, number, title, status, filed_at
    from business.cases where id = ${id}`.execute(act.tx);
  return rows.length;
};

/** Milliseconds of both; the desk holds at least a page of tasks. */
export async function comparePage(
  ground: Ground,
  { county, countyId }: Firm,
  rounds: number,
): ReturnType<typeof compare> {
  const cadre = cadreAt(county, countyId);
  const query = contract.desk.query.parse({});
  const page = () =>
    ground.read(cadre, (act) => showDesk(act, { params: undefined, query, body: undefined }));
  const { rows } = await page();
  assert.equal(rows.length, query.size);
  const point = async (nth: number): Promise<void> => {
    assert.equal(await ground.read(cadre, (act) => oneCase(act, rows[nth % rows.length]!.id)), 1);
  };
  const each = (look: (nth: number) => Promise<unknown>) => async (): Promise<number> => {
    const milliseconds = await timed(async () => {
      for (let nth = 0; nth < looksARound; nth += 1) await look(nth);
    });
    return milliseconds / looksARound;
  };
  return compare("待办列表一页", rounds, { ours: each(page), peer: each(point) });
}
