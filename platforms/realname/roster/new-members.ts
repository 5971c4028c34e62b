// New members (新入库): who became a member by an import, as the members list shows them.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { joinedBy } from "@niangjia/registers/members";
import { type newMembers as contract, refusals } from "./contract.ts";
import { findImport } from "./store.ts";

export async function showNewMembers(
  act: Act,
  { params, query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const record = await findImport(act, params.id);
  if (!record) throw refuse(refusals.importNotFound);
  const { page, size } = query;
  const { id, orgPath, rowsTotal: atMost } = record;
  const by = { source: { kind: "import", id }, orgPath, atMost } as const;
  return { ...(await joinedBy(act, by, { size, offset: (page - 1) * size })), page, size };
}
