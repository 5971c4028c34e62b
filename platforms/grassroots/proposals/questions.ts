// The archive of questions (质询档案) as it is read: its list and its file.
import type { Act } from "@niangjia/foundation/act";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import type { questionsFile as exportContract, questions as listContract } from "./contract.ts";
import { listQuestions, type QuestionRow } from "./question-store.ts";
import { unionNames } from "./reach.ts";
import { refuseTooMany, whole } from "./whole.ts";

async function linesOf(act: Act, rows: readonly QuestionRow[]) {
  const unionOf = await unionNames(act, rows);
  return rows.map((row) => ({
    ...{ id: row.case_id, number: row.number, union: unionOf(row), title: row.title },
    ...{ question: row.question, answer: row.answer, answeredBy: row.answered_by },
    ...{ askedDay: row.asked_day, answeredDay: row.answered_day, open: row.open },
  }));
}

export async function showQuestions(
  act: Act,
  { query: { page, size, ...wanted } }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const wish = { ...wanted, limit: size, offset: (page - 1) * size };
  const { rows, total } = await listQuestions(act, wish);
  return { rows: await linesOf(act, rows), total, page, size };
}

const columns = [
  { title: "档案号", widthCharacters: 12 },
  { title: "质询", widthCharacters: 32 },
  { title: "问题", widthCharacters: 50 },
  { title: "答复", widthCharacters: 50 },
  { title: "答复人", widthCharacters: 16 },
  { title: "质询日期", widthCharacters: 12 },
  { title: "答复日期", widthCharacters: 12 },
  { title: "公开", widthCharacters: 12 },
  { title: "工会", widthCharacters: 28 },
] as const;

/** As in the archive: who asked is not in it. */
export async function exportQuestions(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const { rows, total } = await listQuestions(act, { ...query, ...whole });
  refuseTooMany(total);
  const cells = (await linesOf(act, rows)).map((line) => [
    ...[line.number, line.title, line.question, line.answer, line.answeredBy],
    ...[line.askedDay, line.answeredDay, line.open ? "向会员公开" : "不公开", line.union.name],
  ]);
  return sheetFile({ name: "质询档案", columns, rows: cells, madeAt: act.now });
}
