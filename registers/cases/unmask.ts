// Unmasking (查看完整信息): shows sealed facts of a case to staff who say why; the look is noted for the
// person.
import type { Act } from "@niangjia/foundation/act";
import { noteLook } from "@niangjia/foundation/audit";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type { unmaskFacts as contract } from "./contract.ts";
import { rowsIn } from "./fact-rows.ts";
import { openSecrets } from "./facts.ts";
import type { Facts } from "./function.ts";
import { hiddenFor } from "./hidden.ts";
import { refusals } from "./refusals.ts";
import { findCase } from "./store.ts";

/** What a field holds, or a cell of a table as `committee.0.phone`. */
function secretAt(secrets: Facts, field: string): string | undefined {
  const [name = "", row, column] = field.split(".");
  const whole =
    column === undefined ? secrets[field] : rowsIn(secrets[name])[Number(row)]?.[column];
  return typeof whole === "string" ? whole : undefined;
}

export async function unmaskFacts(
  act: Act,
  { params, body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const row = await findCase(act, params.id);
  if (!row) throw refuse(refusals.notFound);
  const hidden = await hiddenFor(act, row);
  const secrets = Object.fromEntries(
    Object.entries(openSecrets(act.keys, row)).filter(([name]) => !hidden.includes(name)),
  );
  const fields = [...new Set(body.fields)];
  const values = fields.flatMap((field): [string, string][] => {
    const value = secretAt(secrets, field);
    return value === undefined ? [] : [[field, value]];
  });
  if (values.length < fields.length) throw refuse(refusals.nothingHidden);
  const personId = row.personId ?? row.state.applicant?.personId;
  if (!personId) throw new Error("sealed facts belong to somebody");
  const look = { personId, orgPath: row.orgPath, fields, purpose: body.purpose };
  // The case may have come from outside the scope of whoever decides it; the look is noted all the
  // same.
  await asHouse(act, (house) => noteLook(house, look));
  return { values: Object.fromEntries(values) };
}
