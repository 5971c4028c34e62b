// The journal (办案日志): the lawyer notes each step in plain words; the worker hears of it and reads it.
import type { Act } from "@niangjia/foundation/act";
import { noteLook } from "@niangjia/foundation/audit";
import { day, dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { findFile, mediaTypeOf, placeFiles } from "@niangjia/foundation/files";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { formatYuan } from "@niangjia/foundation/money";
import { tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import { caseLink } from "@niangjia/registers/cases/contract";
import { applicationOf } from "./application.ts";
import type { contact as contactContract, write as contract, entryFile } from "./contract.ts";
import { entriesOf, insertEntry, type Paper } from "./journal-store.ts";
import type { StoredMatter } from "./matter-store.ts";
import { lockMatter } from "./matter-store.ts";
import { getMatter } from "./matters.ts";
import { refusals } from "./refusals.ts";
import { aidStates, entryKinds, results } from "./words.ts";

type Body = Asked<typeof contract>["body"];

/** The matter in this lawyer's hands; nobody closes it meanwhile. */
async function getOpen(act: Act, id: string): Promise<StoredMatter> {
  await getMatter(act, id);
  const matter = (await asHouse(act, (house) => lockMatter(house, id)))!;
  if (matter.lawyer_account !== act.actor.accountId) throw refuse(refusals.notYours);
  if (matter.state !== "assigned") {
    throw refuse(refusals.notOpen, { words: { state: aidStates[matter.state] } });
  }
  return matter;
}

async function papersOf(act: Act, ids: readonly string[]): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (const id of ids) {
    const file = await findFile(act, id);
    if (!file) throw refuse(refusals.noFile);
    papers.push({ id, name: file.name, kind: file.kind, sha256: file.sha256 });
  }
  return papers;
}

/** What the worker reads on the phone. */
function tidings({ kind, words, next, nextDay, result, recoveredFen }: Body): string {
  const ended = result
    ? `结果：${results[result]}，追回 ${formatYuan(recoveredFen ?? 0)}。请到“援助结案评价”确认并打分。`
    : "";
  const later = next ? `接下来：${nextDay ? `${formatDay(day(nextDay))} ` : ""}${next}。` : "";
  return `${entryKinds[kind]}：${words}${/[。！？]$/.test(words) ? "" : "。"}${ended}${later}`;
}

export async function writeEntry(
  act: Act,
  { params, body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const matter = await getOpen(act, params.id);
  const done = day(body.day);
  if (done > dayOf(act.now)) throw refuse(refusals.dayAhead);
  const files = await papersOf(act, body.files);
  await placeFiles(act, body.files, matter.org_path);
  const id = newId(act.now);
  await insertEntry(act, {
    ...{ id, matter_id: matter.case_id, org_path: matter.org_path },
    ...{ account_id: matter.account_id, day: done, kind: body.kind, words: body.words, files },
    ...{ next_words: body.next ?? null, next_day: body.nextDay ? day(body.nextDay) : null },
    ...{ result: body.result ?? null, recovered_fen: body.recoveredFen ?? null },
    ...{ at: act.now, by_account: act.actor.accountId!, by_words: `${act.actor.ownName}律师` },
  });
  await tell(act, {
    ...{ accountId: matter.account_id, title: "您的法律援助有新进展", body: tidings(body) },
    link: caseLink(matter.case_id),
  });
  return { id };
}

/** The lawyer has to reach the worker; the look is on the worker's record, with its purpose. */
export async function showContact(
  act: Act,
  { params, body }: Asked<typeof contactContract>,
): Promise<Answer<typeof contactContract>> {
  const matter = await getMatter(act, params.id);
  if (matter.lawyer_account !== act.actor.accountId) throw refuse(refusals.notYours);
  return asHouse(act, async (house) => {
    const { facts, personId } = await applicationOf(house, matter.case_id);
    const { name, phone } = facts;
    await noteLook(house, {
      ...{ personId, orgPath: matter.org_path },
      ...{ fields: ["name", "phone"], purpose: body.purpose },
    });
    return { name, phone };
  });
}

/** A paper of the journal, for whoever reads the journal: the worker brought it not, yet it is theirs. */
export async function fetchPaper(act: Act, { params }: Asked<typeof entryFile>): Promise<Download> {
  await getMatter(act, params.id);
  const papers = (await entriesOf(act, params.id)).flatMap(({ files }) => files);
  const paper = papers.find(({ id }) => id === params.file);
  if (!paper) throw refuse(refusals.noFile);
  return { name: paper.name, type: mediaTypeOf(paper.kind), bytes: act.vault.read(paper.sha256) };
}
