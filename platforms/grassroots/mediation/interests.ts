// Declared interests (利害关系申报): a mediator's own list of whom they may not mediate for.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import type {
  declareInterest as declareContract,
  endInterest as endContract,
  interests as listContract,
} from "./contract.ts";
import { endInterest, insertInterest, livingInterests } from "./interest-store.ts";
import { interestKinds } from "./policy.ts";
import { refusals } from "./refusals.ts";

export async function showInterests(act: Act): Promise<Answer<typeof listContract>> {
  const rows = await livingInterests(act, act.actor.accountId!);
  return {
    rows: rows.map(({ id, kind, name, note, declared_at }) => ({
      ...{ id, kind, name, note: note ?? undefined, kindName: interestKinds[kind] },
      declaredAt: declared_at.toISOString(),
    })),
  };
}

export async function declare(
  act: Act,
  { body }: Asked<typeof declareContract>,
): Promise<Answer<typeof declareContract>> {
  const { accountId, post } = act.actor;
  const id = newId(act.now);
  await insertInterest(act, {
    ...{ id, org_path: post!.orgPath, account_id: accountId!, kind: body.kind, name: body.name },
    ...{ note: body.note ?? null, declared_at: act.now, declared_by: accountId!, ended_at: null },
  });
  return { id };
}

export async function endDeclared(
  act: Act,
  { params: { id } }: Asked<typeof endContract>,
): Promise<Answer<typeof endContract>> {
  const ended = await endInterest(act, { id, accountId: act.actor.accountId! });
  if (!ended) throw refuse(refusals.interestNotFound);
  return { id };
}
