// The file of a dispute (卷宗): facts, evidence, minutes and the whole history with its chain of hashes,
// as a partner receives it.
import type { Act } from "@niangjia/foundation/act";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import { mediaTypeOf } from "@niangjia/foundation/files";
import { formatYuan } from "@niangjia/foundation/money";
import { type Paper, pdf } from "@niangjia/foundation/pdf";
import { actionsOf, chainOf, findCase, type Link, openSecrets } from "@niangjia/registers/cases";
import type { Handed } from "./delivery-store.ts";
import {
  claimsOf,
  type DisputeRow,
  type EvidenceRow,
  evidenceOf,
  findAgreement,
} from "./dispute-store.ts";
import type { DisputeFacts } from "./form.ts";
import { papersOf } from "./papers.ts";
import { type Minutes, minutesOf, sessionsOf } from "./session-store.ts";
import { claimKinds, disputeStates, sides } from "./words.ts";

type Actions = Awaited<ReturnType<typeof actionsOf>>;

const moment = (at: Date): string =>
  at.toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false });

const amount = (amountFen: number | null | undefined): string =>
  amountFen === null || amountFen === undefined ? "—" : formatYuan(amountFen);

interface Contents {
  readonly dispute: DisputeRow;
  readonly facts: DisputeFacts;
  readonly claims: Awaited<ReturnType<typeof claimsOf>>;
  readonly evidence: readonly EvidenceRow[];
  readonly sessions: Awaited<ReturnType<typeof sessionsOf>>;
  readonly minutes: readonly Minutes[];
  readonly actions: Actions;
  readonly chain: readonly Link[];
}

function drawMatter(paper: Paper, { dispute, facts, claims, evidence }: Contents): void {
  const { representatives = [], contact } = facts;
  paper.keyValues([
    ["编号", dispute.number],
    ["申请人", facts.isGroup ? `${facts.name}等 ${facts.people} 人` : facts.name],
    ["联系电话", facts.phone],
    ["代表", representatives.map(({ name }) => name).join("、") || "—"],
    ["用人单位", facts.respondent],
    ["单位联系人", contact ?? "—"],
    ["申请方式", dispute.oral ? "口头申请，由工会干事当场记录" : "本人在线申请"],
    ["申请日期", formatDay(dayOf(dispute.filed_at))],
    ["结果", disputeStates[dispute.state]],
  ]);
  paper.heading("请求事项");
  paper.table({
    columns: [
      { title: "请求", share: 3 },
      { title: "金额", share: 2, align: "right" },
      { title: "说明", share: 5 },
    ],
    rows: claims.map(({ kind, amount_fen, words }) => [
      claimKinds[kind],
      amount(amount_fen),
      words,
    ]),
  });
  paper.heading("事情经过");
  paper.paragraph(facts.story);
  paper.heading("证据");
  if (evidence.length === 0) paper.paragraph("没有提交文件。");
  else {
    paper.table({
      columns: [
        { title: "文件", share: 3 },
        { title: "SHA-256", share: 7 },
      ],
      rows: evidence.map(({ name, sha256 }) => [name, sha256]),
      sizePoints: 8,
    });
  }
}

function drawSittings(paper: Paper, { sessions, minutes, facts }: Contents): void {
  paper.heading("调解会议和笔录");
  if (sessions.length === 0) paper.paragraph("没有开过调解会议。");
  for (const { id, starts_at, place, called_off_why } of sessions) {
    const off = called_off_why ? `（已取消：${called_off_why}）` : "";
    paper.paragraph(`${moment(starts_at)}　${place}${off}`, { face: "bold" });
    for (const one of minutes.filter(({ session_id }) => session_id === id)) {
      paper.paragraph(`到场：${one.present}`);
      paper.paragraph(one.words);
      for (const { side, amountFen, words } of one.offers) {
        paper.paragraph(`${sides[side]}提出：${words}（${amount(amountFen)}）`);
      }
      paper.paragraph(`记录：${one.by_words}，${moment(one.at)}`);
    }
  }
  if (facts.failure) paper.paragraph(`未达成协议的原因：${facts.failure}`);
}

function drawHistory(paper: Paper, { actions, chain, dispute }: Contents): void {
  paper.heading("办理过程和哈希链");
  paper.table({
    columns: [
      { title: "序号", share: 1 },
      { title: "时间", share: 3 },
      { title: "谁", share: 4 },
      { title: "意见", share: 5 },
      { title: "哈希（前 16 位）", share: 3 },
    ],
    rows: actions.map(({ id, at, by, opinion }, index) => [
      ...[String(id), moment(new Date(at)), by.words, opinion || "—"],
      chain[index]!.hash.slice(0, 16),
    ]),
    sizePoints: 8,
  });
  paper.paragraph(`最后一条的哈希：${chain.at(-1)?.hash ?? "—"}`, { sizePoints: 8 });
  paper.paragraph(
    `每一条的哈希＝SHA-256（上一条的哈希＋换行＋本条原文）；第一条的“上一条”是编号 ${dispute.number}。原文见“办理过程.json”。`,
    { sizePoints: 8 },
  );
}

async function contentsOf(act: Act, dispute: DisputeRow): Promise<Contents> {
  const id = dispute.case_id;
  const row = await findCase(act, id);
  if (!row) throw new Error(`dispute ${id} has no case`);
  const actions = await actionsOf(act, id);
  return {
    ...{ dispute, actions, chain: chainOf(dispute.number, actions) },
    facts: { ...row.facts, ...openSecrets(act.keys, row) } as unknown as DisputeFacts,
    ...{ claims: await claimsOf(act, id), evidence: await evidenceOf(act, id) },
    ...{ sessions: await sessionsOf(act, id), minutes: await minutesOf(act, id) },
  };
}

async function sizeOf(act: Act, sha256: string): Promise<number> {
  let size = 0;
  for await (const chunk of act.vault.read(sha256)) size += (chunk as Buffer).length;
  return size;
}

/**
 * Makes the file: one PDF, the history to be checked by a program, the evidence as it was handed in,
 * and of an agreement what was printed and what both sides signed.
 */
export async function makeDossier(act: Act, dispute: DisputeRow): Promise<Handed[]> {
  const contents = await contentsOf(act, dispute);
  const title = `劳动争议调解卷宗${dispute.number}`;
  const bytes = await pdf({ title, madeAt: act.now, footer: title }, (paper) => {
    paper.title("劳动争议调解卷宗");
    drawMatter(paper, contents);
    drawSittings(paper, contents);
    drawHistory(paper, contents);
  });
  const history = Buffer.from(JSON.stringify({ number: dispute.number, lines: contents.chain }));
  const printed = { name: `${title}.pdf`, type: "application/pdf" };
  const listed = { name: "办理过程.json", type: "application/json" };
  const documents: Handed[] = [
    { ...printed, ...(await act.vault.put([bytes])) },
    { ...listed, ...(await act.vault.put([history])) },
  ];
  for (const { name, kind, sha256 } of contents.evidence) {
    documents.push({ name, type: mediaTypeOf(kind), sha256, size: await sizeOf(act, sha256) });
  }
  const agreement = await findAgreement(act, dispute.case_id);
  if (agreement) {
    const { document_sha256: sha256, document_size: size } = agreement;
    documents.push({ name: "调解协议书.pdf", type: "application/pdf", sha256, size });
    documents.push(...(await papersOf(act, contents.facts.signedPaper)));
  }
  return documents;
}
