// Taking out who came (导出扫码入会名单): an Excel of an event's list; masked, unless a purpose is given and noted for each.
import type { Act } from "@niangjia/foundation/act";
import { concerns, noteLooks } from "@niangjia/foundation/audit";
import { nameOf } from "@niangjia/foundation/codelists";
import { dayOf } from "@niangjia/foundation/day";
import { sheetFile, type Value, xlsxType } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import { type FiledCase, filedCases, openSecrets } from "@niangjia/registers/cases";
import { type ArrivalRow, listArrivals } from "./arrival-store.ts";
import { findOwnExport, insertExport } from "./arrivals-file-store.ts";
import {
  arrivalStatus,
  listedAtMost,
  refusals,
  type takeOut,
  type takeOutFile,
  type WholeField,
} from "./contract.ts";
import { getInvitation } from "./invitations.ts";
import { momentText } from "./look.ts";

/** Who may take whole numbers out, as of the roster: an officer works with masked ones. */
const mayTakeWhole: readonly (Role | null)[] = ["chair", "cadre"];

const columns = [
  { title: "姓名", widthCharacters: 10 },
  { title: "证件号码", widthCharacters: 22 },
  { title: "手机号", widthCharacters: 14 },
  { title: "从事的群体", widthCharacters: 16 },
  { title: "职业（工种）", widthCharacters: 16 },
  { title: "工作单位或接单平台", widthCharacters: 30 },
  { title: "状态", widthCharacters: 10 },
  { title: "提交时间", widthCharacters: 20 },
  { title: "办结时间", widthCharacters: 20 },
  { title: "办理结果", widthCharacters: 50 },
  { title: "办件编号", widthCharacters: 18 },
] as const;

interface Arrival {
  readonly row: ArrivalRow;
  readonly filed: FiledCase;
}

/** The field of the application that holds it. */
const filedAs = { name: "name", documentNumber: "idNumber", phone: "phone" } as const;

function cellsOf(act: Act, { row, filed }: Arrival, whole: readonly WholeField[]): Value[] {
  const { facts, outcome, endedAt, number } = filed;
  const secrets = whole.length === 0 ? {} : openSecrets(act.keys, filed);
  const text = (field: string): string | null => (facts[field] as string | undefined) ?? null;
  const shown = (field: WholeField): string | null =>
    (whole.includes(field) ? (secrets[filedAs[field]] as string | undefined) : undefined) ??
    text(filedAs[field]);
  return [
    ...[shown("name"), shown("documentNumber"), shown("phone")],
    row.trade && nameOf("gig-occupation", row.trade),
    ...[text("occupation"), text("employer")],
    ...[arrivalStatus[row.status], momentText(row.filed_at), endedAt && momentText(endedAt)],
    ...[outcome, number],
  ];
}

function purposeOf(
  act: Act,
  { whole, purpose = "" }: Pick<Asked<typeof takeOut>["body"], "whole" | "purpose">,
): string | null {
  if (whole.length === 0) return null;
  if (!mayTakeWhole.includes(act.actor.role)) throw refuse(refusals.wholeNotPermitted);
  if (purpose.length < 2) throw refuse(refusals.purposeNeeded);
  return purpose;
}

async function arrivalsOf(
  act: Act,
  invitationId: string,
  status: Asked<typeof takeOut>["body"]["status"],
): Promise<Arrival[]> {
  const rows = await listArrivals(act, { invitationId, status, size: listedAtMost + 1, offset: 0 });
  if (rows.length > listedAtMost) {
    throw refuse(refusals.listTooLarge, { words: { limit: listedAtMost } });
  }
  const filed = await filedCases(
    act,
    rows.map((row) => row.case_id),
  );
  const arrivals = rows.flatMap((row) => {
    const one = filed.get(row.case_id);
    return one ? [{ row, filed: one }] : [];
  });
  if (arrivals.length === 0) throw refuse(refusals.listEmpty);
  return arrivals;
}

const seenOf = ({ filed: { id, personId, orgPath } }: Arrival) => {
  if (personId === null) throw new Error(`case ${id} is about nobody`);
  return { personId, orgPath };
};

/** Makes the file and notes who took it; it is fetched afterwards, by the same account only. */
export async function takeOutArrivals(
  act: Act,
  { params, body }: Asked<typeof takeOut>,
): Promise<Answer<typeof takeOut>> {
  const invitation = await getInvitation(act, params.id);
  const whole = [...new Set(body.whole)];
  const purpose = purposeOf(act, body);
  const arrivals = await arrivalsOf(act, invitation.id, body.status);
  if (purpose !== null) await noteLooks(act, arrivals.map(seenOf), { fields: whole, purpose });
  const rows = arrivals.map((arrival) => cellsOf(act, arrival, whole));
  const masked = whole.length === 0 ? "（脱敏）" : "";
  const file = `扫码入会名单-${invitation.title}-${dayOf(act.now)}${masked}`;
  const sheet = { name: "扫码入会名单", file, columns, rows, madeAt: act.now };
  const { name, bytes } = await sheetFile(sheet);
  const { sha256 } = await act.vault.put([bytes]);
  const id = newId(act.now);
  await insertExport(act, {
    ...{ id, purpose, sha256, name, fields: whole, rows: rows.length },
    ...{ org_path: invitation.org_path, invitation_id: invitation.id },
    status: body.status ?? null,
  });
  concerns(act, `export:${id}`);
  return { id, name, rows: rows.length };
}

export async function fetchArrivals(
  act: Act,
  { params }: Asked<typeof takeOutFile>,
): Promise<Download> {
  const found = await findOwnExport(act, params.id);
  if (!found) throw refuse(refusals.listNotFound);
  return { name: found.name, type: xlsxType, bytes: act.vault.read(found.sha256) };
}
