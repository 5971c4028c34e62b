// PDF documents (PDF 文件): certificates, notices and registers to print, in Chinese with every
// character drawn.
import PDFDocument from "pdfkit";
import { checkGlyphs, type Face, loadFace } from "./fonts.ts";
import { Paper } from "./paper.ts";

export { MissingGlyph, pdfRefusals } from "./fonts.ts";
export type { Paper, TextLook } from "./paper.ts";
export type { Table, TableColumn } from "./table.ts";

export interface Document {
  /** Shown by readers as its name. */
  readonly title: string;
  /**
   * Stands in the file as the time it was made; the same drawing at the same time gives the same
   * bytes.
   */
  readonly madeAt: Date;
  /** At the foot of every page, left of the page number; of two lines at most. */
  readonly footer?: string;
  readonly landscape?: boolean;
}

const margins = { top: 56, bottom: 64, left: 56, right: 56 };
const faces: readonly Face[] = ["regular", "bold"];
const footPoints = 9;
const footLinePoints = 13;

/**
 * Makes an A4 document of what `draw` puts on the paper. Throws `MissingGlyph` rather than draw a
 * box.
 */
export async function pdf(
  { title, madeAt, footer = "", landscape = false }: Document,
  draw: (paper: Paper) => void | Promise<void>,
): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    layout: landscape ? "landscape" : "portrait",
    margins: { ...margins },
    bufferPages: true,
    font: null,
    lang: "zh-CN",
    info: { Title: title, Author: "娘家", CreationDate: madeAt, ModDate: madeAt },
  });
  for (const face of faces) document.registerFont(face, await loadFace(face));
  document.font("regular");
  await draw(new Paper(document, madeAt));
  drawFeet(document, footer);
  document.end();
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function drawFeet(document: PDFDocument, footer: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    document.font("regular").fontSize(footPoints).fillColor("#666666");
    const lines = footer.split("\n");
    for (const line of lines) checkGlyphs(document, line);
    const { width, height, margins: kept } = document.page;
    const y = height - kept.bottom + 20;
    const place = { width: width - kept.left - kept.right, lineBreak: false };
    // Text below the margin would turn to a new page.
    kept.bottom = 0;
    for (const [index, line] of lines.entries()) {
      document.text(line, kept.left, y + index * footLinePoints, place);
    }
    document.text(`第 ${page + 1} 页，共 ${count} 页`, kept.left, y, { ...place, align: "right" });
    kept.bottom = margins.bottom;
  }
}
