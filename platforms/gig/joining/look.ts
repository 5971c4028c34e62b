// Looking at an invitation (扫码后看到的): whose it is, whether one may apply now, and where else to go.
import type { Act } from "@niangjia/foundation/act";
import { readVerificationCode } from "@niangjia/foundation/codes";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { getUnion } from "@niangjia/registers/organisations";
import { type look as contract, kinds, refusals } from "./contract.ts";
import { type InvitationRow, invitationByCode } from "./invitation-store.ts";
import { stateAt } from "./invitations.ts";

/** As `getByCode`, for whoever acts as the house already. */
export async function readByCode(house: Act, typed: string): Promise<InvitationRow> {
  const code = readVerificationCode(typed);
  const found = code === null ? undefined : await invitationByCode(house, code);
  if (!found) throw refuse(refusals.codeUnknown);
  return found;
}

/** The invitation of a code as somebody typed or scanned it. */
export const getByCode = (act: Act, typed: string): Promise<InvitationRow> =>
  asHouse(act, (house) => readByCode(house, typed));

const momentWords = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `2026年11月21日 09:00`, where the union is. */
export const momentText = (at: Date): string => `${formatDay(dayOf(at))} ${momentWords.format(at)}`;

export interface Standing {
  readonly state: ReturnType<typeof stateAt>;
  readonly say: string;
  readonly next: string;
}

const elsewhere = "您可以直接申请加入这个工会，同样办理；也可以向工会要新的二维码。";

/** What is said to whoever holds the code now. */
export function standingAt(row: InvitationRow, now: Date): Standing {
  const state = stateAt(row, now);
  const what = kinds[row.kind];
  switch (state) {
    case "open":
      return { state, say: "现在可以申请入会。", next: "请填写本人信息后提交。" };
    case "early":
      return {
        state,
        say: `${what}还没有开始，${momentText(row.opens_at)}开始。`,
        next: "请到时再扫一次；不想等的，可以直接申请加入这个工会。",
      };
    case "over":
      return {
        state,
        say: `${what}已于${momentText(row.closes_at ?? now)}结束。`,
        next: elsewhere,
      };
    case "expired":
      return { state, say: `这个二维码已于${momentText(row.expires_at)}过期。`, next: elsewhere };
    case "stopped":
      return { state, say: "这个二维码已由工会停用。", next: elsewhere };
  }
}

/** The plain application, where a scan leads nowhere. */
const plainApplication = "/functions/membership.join";

export async function lookAtCode(
  act: Act,
  { params }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const row = await getByCode(act, params.code);
  const { id, name } = await getUnion(act, row.org_id);
  const standing = standingAt(row, act.now);
  const { kind, title, place, code, trade } = row;
  return {
    function: "joining.scan",
    ...{ kind, title, place, kindName: kinds[kind] },
    union: { id, name },
    opensAt: row.opens_at.toISOString(),
    closesAt: row.closes_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
    ...standing,
    link: standing.state === "open" ? null : `${plainApplication}?union=${id}`,
    preset: {
      ...{ invitation: code, union: id, unionName: name },
      ...(trade === null ? {} : { gigOccupation: trade }),
    },
  };
}
