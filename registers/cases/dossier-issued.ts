// Checking a case file (核验卷宗): by its code or its bytes, without signing in: whether it is as it was made, and what came since.
import type { Act } from "@niangjia/foundation/act";
import { readVerificationCode } from "@niangjia/foundation/codes";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { contentFinding } from "./content-seal.ts";
import { chainOf } from "./dossier-chain.ts";
import {
  type checkIssued as contract,
  type IssuedFinding,
  issuedFindings,
} from "./dossier-contract.ts";
import { dossierOfCode, dossierOfFile, type IssuedDossier } from "./dossier-store.ts";
import type { Offers } from "./functions.ts";
import { refusals } from "./refusals.ts";
import { actionsOf, findCase, type StoredCase } from "./store.ts";

type Found = Answer<typeof contract>;
type Shown = NonNullable<Found["dossier"]>;

const advice: Readonly<Record<IssuedFinding, string>> = {
  genuine: "请与卷宗封面逐项核对；当事人的情况在这里一概不显示。",
  altered: "核验码是真的，但这个文件不是当时生成的原件，不能采用。请向开具的工会要原件。",
  unknown: "请核对核验码；选择文件核验的，文件可能被改动过、另存过，或不是本系统生成的。",
};

/** What the store says of the history in the file, and of what the case said by it. */
async function todayOf(house: Act, row: StoredCase, { lines, lastHash }: IssuedDossier) {
  const actions = await actionsOf(house, row.id);
  const chain = chainOf(row.number, actions);
  if ((chain[lines - 1]?.hash ?? "") !== lastHash) {
    return { today: "系统里的办理记录与原件不一致，请联系开具的工会。", stands: false };
  }
  if ((await contentFinding(house, row, actions))?.same === false) {
    return {
      today: "系统里的申请内容或附件与办理时记下的指纹不一致，请联系开具的工会。",
      stands: false,
    };
  }
  const later = chain.length - lines;
  const today = later > 0 ? `此后又办理了 ${later} 步` : "此后没有再办理";
  return { today: `${today}，原件里的办理记录与系统里的一致。`, stands: true };
}

async function shown(house: Act, offers: Offers, found: IssuedDossier): Promise<Shown> {
  const row = await findCase(house, found.caseId);
  if (!row) throw new Error(`a file was made of case ${found.caseId}, which is not there`);
  return {
    code: found.code,
    issuedDay: dayOf(found.at),
    onDay: [
      { title: "编号", text: row.number },
      { title: "事项", text: offers.get(row.function)?.fn.title ?? "已停办的事项" },
      { title: "个人信息", text: found.purpose === null ? "已隐去" : "完整" },
      { title: "办理记录", text: `${found.lines} 条` },
      { title: "末条哈希", text: found.lastHash },
    ],
    ...(await todayOf(house, row, found)),
  };
}

function readCode(typed: string): string {
  const code = readVerificationCode(typed);
  if (!code) throw refuse(refusals.codeUnreadable);
  return code;
}

/** A file is known by its hash alone. With a code beside it, a changed one is told from one that never was ours. */
export async function checkIssued(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof contract>,
): Promise<Found> {
  const code = query.code === undefined ? undefined : readCode(query.code);
  const answer = (finding: IssuedFinding, dossier: Shown | null): Found => ({
    ...{ finding, say: issuedFindings[finding], next: advice[finding], dossier },
  });
  return asHouse(act, async (house) => {
    const byFile = query.sha256 ? await dossierOfFile(house, query.sha256) : undefined;
    const found = byFile ?? (code ? await dossierOfCode(house, code) : undefined);
    if (!found) return answer("unknown", null);
    const altered = query.sha256 !== undefined && !byFile;
    return answer(altered ? "altered" : "genuine", await shown(house, offers, found));
  });
}
