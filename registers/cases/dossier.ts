// The case file (卷宗): masked for whoever handles the case; whole with a purpose, which is noted; checked again later.
import type { Act } from "@niangjia/foundation/act";
import { concerns, noteFileLook, noteLook } from "@niangjia/foundation/audit";
import { verificationCode } from "@niangjia/foundation/codes";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { contentFinding } from "./content-seal.ts";
import { chainOf } from "./dossier-chain.ts";
import { type Contents, contentsOf } from "./dossier-contents.ts";
import type * as contract from "./dossier-contract.ts";
import { drawDossier } from "./dossier-paper.ts";
import { findDossier, insertDossier } from "./dossier-store.ts";
import type { Offers } from "./functions.ts";
import { refusals } from "./refusals.ts";
import { actionsOf, findCase } from "./store.ts";

/** The person whose case it is reads who took it; where it is nobody's, the file's own line says it. */
async function note(act: Act, { row, facts, purpose = "" }: Contents): Promise<void> {
  const personId = row.personId ?? row.state.applicant?.personId;
  const masked = facts.flatMap(({ lines }) => lines.filter((line) => line.masked));
  const fields = ["卷宗", ...masked.map(({ name }) => name)];
  const look = { orgPath: row.orgPath, fields, purpose };
  // The case may have come from outside the scope of whoever decides it; the look is noted all the
  // same.
  await asHouse(act, (house) =>
    personId
      ? noteLook(house, { ...look, personId })
      : noteFileLook(house, { ...look, about: `办件卷宗 ${row.number}` }),
  );
}

/**
 * Makes the file, and notes who took it out when it is whole; it is fetched afterwards, by the same
 * account only. Refuses papers too large to be bound.
 */
export const takeDossierAt =
  (address: string) =>
  async (
    act: Act,
    offers: Offers,
    { params, body }: Asked<typeof contract.takeDossier>,
  ): Promise<Answer<typeof contract.takeDossier>> => {
    const { accountId } = act.actor;
    if (accountId === null) throw new Error("whoever takes a case file has an account");
    const contents = await contentsOf(act, offers, { ...params, ...body });
    const { row, chain } = contents;
    const code = verificationCode();
    const { sha256 } = await act.vault.put([await drawDossier(contents, { act, address, code })]);
    const { purpose = null } = body;
    if (purpose !== null) await note(act, contents);
    const id = newId(act.now);
    const name = `${purpose === null ? "卷宗" : "完整卷宗"}-${row.number}（${code}）.pdf`;
    await insertDossier(act, {
      ...{ id, case_id: row.id, account_id: accountId, sha256, name, purpose, at: act.now, code },
      ...{ lines: chain.length, last_hash: chain.at(-1)?.hash ?? "" },
    });
    concerns(act, `dossier:${id}`);
    return { id, name, code };
  };

export async function fetchDossier(
  act: Act,
  { params }: Asked<typeof contract.fetchDossier>,
): Promise<Download> {
  const found = await findDossier(act, params.id);
  if (!found) throw refuse(refusals.notFound);
  return { name: found.name, type: "application/pdf", bytes: act.vault.read(found.sha256) };
}

const says = {
  same: "一致：卷宗打印以后，这些办理记录没有改动过；申请内容和附件与办理时记下的指纹一致。",
  unsealed: "一致：卷宗打印以后，这些办理记录没有改动过。",
  content: "不一致：办理记录没有改动过，申请内容或附件却与办理时记下的指纹不同。请报告系统管理员。",
  changed:
    "不一致：卷宗上的记录与系统里的不同。请先核对编号、条数和哈希有没有输错；都没有错的，请报告系统管理员。",
} as const;

/** Whether the first lines of the history still give the hash that a printed file bears, and the case what they sealed. */
export async function checkDossier(
  act: Act,
  { params, query }: Asked<typeof contract.checkDossier>,
): Promise<Answer<typeof contract.checkDossier>> {
  const row = await findCase(act, params.id);
  if (!row) throw refuse(refusals.notFound);
  const actions = await actionsOf(act, row.id);
  const chain = chainOf(row.number, actions);
  if (chain[query.lines - 1]?.hash !== query.hash) return { finding: "changed", say: says.changed };
  const content = await asHouse(act, (house) => contentFinding(house, row, actions));
  if (content?.same === false) return { finding: "changed", say: says.content };
  return { finding: "same", say: content ? says.same : says.unsealed };
}
