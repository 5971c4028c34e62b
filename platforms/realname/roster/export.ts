// Exporting a roster (名册导出): the members a list shows, as an Excel; masked, unless a purpose is given and noted.
import type { Act } from "@niangjia/foundation/act";
import { concerns, noteLooks } from "@niangjia/foundation/audit";
import { dayOf } from "@niangjia/foundation/day";
import { type Value, writeSheet, xlsxType } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import {
  countMembers,
  type FullLine,
  pathOf,
  type SensitiveField,
  walkMembers,
} from "@niangjia/registers/members";
import type { MemberFilter } from "@niangjia/registers/members/contract";
import { findByPath, unionsByIds } from "@niangjia/registers/organisations";
import { limits, refusals, type takeOut, type takeOutFile } from "./export-contract.ts";
import { exportColumns, exportRow } from "./export-rows.ts";
import { findOwnExport, insertExport } from "./export-store.ts";

/** Who may take whole numbers out; an officer works with masked ones and looks at single people. */
const mayTakeWhole: readonly (Role | null)[] = ["chair", "cadre"];

interface Wanted {
  readonly filter: MemberFilter;
  readonly path: string;
  readonly whole: readonly SensitiveField[];
  readonly purpose: string | null;
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

/** The rows as they are written; each page's people have their look noted when something is shown whole. */
async function* rowsOf(
  act: Act,
  { filter, path, whole, purpose }: Wanted,
  count: (rows: number) => void,
): AsyncGenerator<readonly Value[]> {
  for await (const page of walkMembers(act, filter, path)) {
    const unions = await unionsByIds(
      act,
      page.map(({ unionId }) => unionId),
    );
    if (purpose !== null) await noteLooks(act, page.map(seenOf), { fields: whole, purpose });
    for (const line of page) {
      const unionName = unions.get(line.unionId)?.name ?? "";
      yield exportRow(act.keys, line, { whole, unionName });
    }
    count(page.length);
  }
}

const seenOf = ({ id, orgPath }: FullLine) => ({ personId: id, orgPath });

/** Makes the file and notes who took it; it is fetched afterwards, by the same account only. */
export async function takeOutRoster(
  act: Act,
  { body }: Asked<typeof takeOut>,
): Promise<Answer<typeof takeOut>> {
  const { whole: asked, purpose: _purpose, ...filter } = body;
  const whole = [...new Set(asked)];
  const purpose = purposeOf(act, body);
  const path = await pathOf(act, filter);
  const { total, capped } = await countMembers(act, filter, path);
  if (capped || total > limits.exportRows) {
    throw refuse(refusals.exportTooLarge, { words: { limit: limits.exportRows } });
  }
  if (total === 0) throw refuse(refusals.exportEmpty);
  const union = (await findByPath(act, path))!;
  let rows = 0;
  const lines = rowsOf(act, { filter, path, whole, purpose }, (count) => {
    rows += count;
  });
  const { sha256 } = await act.vault.put(
    writeSheet({ name: "会员名册", columns: exportColumns, rows: lines }),
  );
  const id = newId(act.now);
  const name = `会员名册-${union.name}-${dayOf(act.now)}${whole.length === 0 ? "（脱敏）" : ""}.xlsx`;
  const { id: unionId } = union;
  const taken = { id, orgPath: path, unionId, filter, fields: whole, purpose, rows, sha256, name };
  await insertExport(act, taken);
  concerns(act, `export:${id}`);
  return { id, name, rows };
}

export async function fetchRoster(
  act: Act,
  { params }: Asked<typeof takeOutFile>,
): Promise<Download> {
  const found = await findOwnExport(act, params.id);
  if (!found) throw refuse(refusals.exportNotFound);
  return { name: found.name, type: xlsxType, bytes: act.vault.read(found.sha256) };
}
