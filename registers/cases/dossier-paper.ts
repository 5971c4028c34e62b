// A case file on paper (卷宗版面): cover, facts, signatures, history with its chain of hashes, papers.
import { allNodes, wordOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import { type Paper, pdf } from "@niangjia/foundation/pdf";
import type { ContentFinding } from "./content-seal.ts";
import { type Contents, type Exhibit, signaturesOf } from "./dossier-contents.ts";

/** Pictures people type stand in no font; the chain of hashes keeps them as they were written. */
const printable = (text: string): string =>
  text
    .replaceAll(/\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u{fe0f}|\u{200d})*/gu, "〔图〕")
    .replaceAll(/\p{Emoji_Modifier}|\u{fe0f}|\u{200d}|\r|\t/gu, " ");

const moment = (at: string | Date): string =>
  new Date(at).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false });

const small = 8;
const none = "—";

/** Where and by what anyone checks the file. */
export interface Issue {
  readonly act: Act;
  /** Without what follows the host. */
  readonly address: string;
  readonly code: string;
}

function drawCover(paper: Paper, contents: Contents, { address, code }: Issue): void {
  const { row, shown, purpose, chain } = contents;
  paper.title("办件卷宗");
  paper.keyValues([
    ["编号", row.number],
    ["事项", shown.functionTitle],
    ["标题", printable(shown.title)],
    ["提交到", shown.union.name],
    ["提交时间", moment(row.filedAt)],
    ["办结时间", row.endedAt ? moment(row.endedAt) : "还没有办结"],
    ["状态", shown.statusTitle],
    ["办理结果", printable(shown.outcome ?? none)],
    ["办理记录", `${chain.length} 条`],
    ["个人信息", purpose === undefined ? "已隐去" : `完整，用于：${printable(purpose)}`],
  ]);
  paper.qr(`${address}/verify?${new URLSearchParams({ code })}`, {
    sizePoints: 100,
    caption: `核验码 ${code}`,
  });
  paper.paragraph(
    `核验：扫二维码，或打开 ${address}/verify，输入核验码或选择本文件；不用登录。文件改动过一个字节，核验就不通过。`,
    { sizePoints: small },
  );
}

function drawFacts(paper: Paper, { facts }: Contents): void {
  for (const { title = "申请内容", lines } of facts) {
    paper.heading(printable(title));
    paper.keyValues(lines.map((line) => [line.title, printable(line.text) || none] as const));
    for (const line of lines) {
      if (!line.table || line.table.rows.length === 0) continue;
      const { columns, rows } = line.table;
      paper.paragraph(line.title, { face: "bold" });
      paper.table({
        columns: columns.map((column) => ({ title: column.title, share: 1 })),
        rows: rows.map((cells) => cells.map(printable)),
        sizePoints: small,
      });
    }
  }
}

/** What the room keeps beside the steps, such as a journal: as whoever takes the file may read it. */
function drawRecords(paper: Paper, { shown }: Contents): void {
  for (const { title, lines } of shown.records) {
    paper.heading(printable(title));
    if (lines.length === 0) paper.paragraph("还没有记录。");
    paper.keyValues(
      lines.map(({ title: name, words, note }) => [
        printable(name),
        printable(note === null ? words : `${words}（${note}）`) || none,
      ]),
    );
  }
}

function drawSignatures(paper: Paper, { row }: Contents): void {
  const titles = new Map(allNodes(row.definition).map(({ id, title }) => [id, title]));
  paper.heading("谁在什么时候签的");
  const signatures = signaturesOf(row.state);
  if (signatures.length === 0) {
    paper.paragraph("还没有人签。");
    return;
  }
  paper.table({
    columns: [
      { title: "步骤", share: 4 },
      { title: "签署人", share: 5 },
      { title: "决定", share: 2 },
      { title: "时间", share: 3 },
    ],
    rows: signatures.map(({ task, node, by, how, at }) => [
      titles.get(node) ?? node,
      by.for ? `${by.words}（代 ${by.for}）` : by.words,
      how === "released" ? none : wordOf(row.definition, row.state, { kind: how, node, task }),
      moment(at),
    ]),
    sizePoints: small,
  });
}

function drawHistory(paper: Paper, { row, actions, chain, content }: Contents): void {
  const titles = new Map(allNodes(row.definition).map(({ id, title }) => [id, title]));
  paper.heading("办理记录和哈希链");
  paper.table({
    columns: [
      { title: "序号", share: 3 },
      { title: "时间", share: 5 },
      { title: "谁", share: 8 },
      { title: "做了什么", share: 6 },
      { title: "意见", share: 8 },
      { title: "哈希（前 16 位）", share: 8 },
    ],
    rows: actions.map((action, index) => {
      const { id, at, by, node, opinion } = action;
      return [
        ...[String(id), moment(at), by.words],
        wordOf(row.definition, row.state, action) + (node ? `（${titles.get(node) ?? node}）` : ""),
        ...[printable(opinion) || none, chain[index]!.hash.slice(0, 16)],
      ];
    }),
    sizePoints: small,
  });
  paper.paragraph(
    `每一条的哈希＝SHA-256（上一条的哈希＋换行＋本条原文），第一条的“上一条”是编号 ${row.number}；原文按 RFC 8785 书写。改动、抽去或调换任何一条，后面的哈希都对不上。末条哈希：`,
    { sizePoints: small },
  );
  paper.paragraph(chain.at(-1)?.hash ?? none, { sizePoints: small });
  if (content) paper.paragraph(contentWords(content), { sizePoints: small });
}

const contentWords = ({ seq, same }: ContentFinding): string =>
  same
    ? `第 ${seq} 条记下了申请内容和附件的指纹，本卷宗所载的与它一致。以后改动申请内容或附件，核验就不通过。`
    : `注意：申请内容或附件与第 ${seq} 条记下的指纹不一致，请报告系统管理员。`;

const sizeWords = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;

function drawExhibits(paper: Paper, { exhibits, purpose }: Contents): void {
  paper.heading("附件");
  if (exhibits.length === 0) {
    paper.paragraph("没有提交附件。");
    return;
  }
  paper.table({
    columns: [
      { title: "文件", share: 4 },
      { title: "大小", share: 2 },
      { title: "SHA-256", share: 8 },
    ],
    rows: exhibits.map(({ name, size, sha256 }) => [printable(name), sizeWords(size), sha256]),
    sizePoints: small,
  });
  const words =
    purpose === undefined
      ? "隐去个人信息的卷宗只列附件，不附原件。"
      : "原件都嵌在本文件里，用 PDF 阅读器的“附件”打开；照片另印一页。嵌入的文件与上表的 SHA-256 一致。";
  paper.paragraph(words, { sizePoints: small });
  for (const exhibit of exhibits) bind(paper, exhibit);
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  csv: "text/csv",
  text: "text/plain",
};

/** The paper itself lies inside the PDF, byte for byte; a picture has its page besides. */
function bind(paper: Paper, { name, kind, bytes }: Exhibit): void {
  if (!bytes) return;
  paper.attach(bytes, { name, type: mediaTypes[kind] ?? "application/octet-stream" });
  if (kind === "png" || kind === "jpeg") paper.picture(bytes, printable(name));
}

/** The history as a program checks it, inside a whole file; it holds what handlers said. */
function attachHistory(paper: Paper, { row, chain, purpose }: Contents): void {
  if (purpose === undefined) return;
  const history = JSON.stringify({ number: row.number, lines: chain });
  paper.attach(Buffer.from(history), { name: "办理记录.json", type: "application/json" });
}

/** Throws `MissingGlyph` rather than print a box in a name. */
export function drawDossier(contents: Contents, issue: Issue): Promise<Buffer> {
  const { row, chain } = contents;
  const madeAt = issue.act.now;
  const title = `办件卷宗 ${row.number}`;
  const footer = `末条哈希 ${chain.at(-1)?.hash ?? none}\n核验码 ${issue.code}`;
  return pdf({ title, madeAt, footer }, (paper) => {
    drawCover(paper, contents, issue);
    drawFacts(paper, contents);
    drawRecords(paper, contents);
    drawSignatures(paper, contents);
    drawHistory(paper, contents);
    paper.paragraph(`打印日期：${formatDay(dayOf(madeAt))}`, { sizePoints: small });
    attachHistory(paper, contents);
    drawExhibits(paper, contents);
  });
}
