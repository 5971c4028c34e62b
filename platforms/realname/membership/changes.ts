// Changes of membership (会籍变动台账): who came, went, left and came back at the unions of a post, for
// each side to see.
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { day } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { listChanges } from "@niangjia/registers/members";
import { unionsByIds } from "@niangjia/registers/organisations";
import type { membershipChanges as contract } from "./contract.ts";

export async function showChanges(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { page, size, kind } = query;
  const [fromDay, toDay] = [query.fromDay, query.toDay].map((text) =>
    text === undefined ? text : day(text),
  );
  const { rows, total } = await listChanges(act, { kind, fromDay, toDay, page, size });
  const others = rows.flatMap(({ otherUnionId }) => otherUnionId ?? []);
  const unions = await unionsByIds(act, [...rows.map(({ unionId }) => unionId), ...others]);
  const shown = rows.map(({ unionId, otherUnionId, reason, at, ...row }) => ({
    ...row,
    kindName: nameOf("membership-change", row.kind),
    reasonName: reason && nameOf("membership-change-reason", reason),
    unionName: unions.get(unionId)?.name ?? "",
    otherUnionName: (otherUnionId && unions.get(otherUnionId)?.name) || null,
    at: at.toISOString(),
  }));
  return { rows: shown, total, page, size };
}
