// Tables on paper (表格): rows as high as their longest cell, the head again on each page.
import type PDFDocument from "pdfkit";
import { checkGlyphs, type Face } from "./fonts.ts";

export interface TableColumn {
  /** Of the head; a table none of whose columns has one has no head. */
  readonly title?: string;
  /** Of the width, in any unit. */
  readonly share: number;
  readonly align?: "left" | "center" | "right";
  readonly face?: Face;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  /** One text for each column. */
  readonly rows: Iterable<readonly string[]>;
  readonly sizePoints?: number;
}

const usualPoints = 10;
const paddingPoints = 5;
const lineColor = "#999999";
const headColor = "#f7e4e4";
const lineGap = 2;

/** Draws at the current height and leaves it below the table. May throw `MissingGlyph`. */
export function drawTable(document: PDFDocument, table: Table): void {
  const drawer = new TableDrawer(document, table);
  drawer.head();
  for (const row of table.rows) drawer.row(row);
}

class TableDrawer {
  readonly #document: PDFDocument;
  readonly #columns: readonly TableColumn[];
  readonly #widths: readonly number[];
  readonly #points: number;
  readonly #titles: readonly string[];
  readonly #hasHead: boolean;

  constructor(document: PDFDocument, { columns, sizePoints = usualPoints }: Table) {
    const { width, margins } = document.page;
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    this.#document = document;
    this.#columns = columns;
    this.#points = sizePoints;
    this.#titles = columns.map(({ title = "" }) => title);
    this.#hasHead = columns.some(({ title }) => title !== undefined);
    this.#widths = columns.map(
      ({ share }) => (share / shares) * (width - margins.left - margins.right),
    );
  }

  head(): void {
    if (!this.#hasHead) return;
    const document = this.#document;
    const height = this.#headHeight;
    if (this.#room < height * 2) document.addPage();
    const width = this.#widths.reduce((sum, each) => sum + each, 0);
    document.rect(document.page.margins.left, document.y, width, height).fill(headColor);
    this.#draw(this.#titles, height, "bold");
  }

  /** A row that no page has room for goes on over several. */
  row(texts: readonly string[]): void {
    const height = this.#height(texts);
    if (this.#room < height && (height <= this.#wholeRoom || this.#room < this.#leastRoom)) {
      this.#turn();
    }
    if (this.#room >= height) {
      this.#draw(texts, height);
      return;
    }
    const parts = texts.map((text, column) => this.#cut(text, column, this.#room));
    this.#draw(
      parts.map(([fits]) => fits),
      this.#room,
    );
    this.row(parts.map(([, rest]) => rest));
  }

  #turn(): void {
    this.#document.addPage();
    this.head();
  }

  /** What is left of the page. */
  get #room(): number {
    const { height, margins } = this.#document.page;
    return height - margins.bottom - this.#document.y;
  }

  /** What a page leaves for rows under the head. */
  get #wholeRoom(): number {
    const { height, margins } = this.#document.page;
    return height - margins.bottom - margins.top - this.#headHeight;
  }

  /** A row is begun at the foot of a page only where a few lines fit. */
  get #leastRoom(): number {
    return this.#cellHeight("一\n二\n三", 0);
  }

  get #headHeight(): number {
    return this.#hasHead ? this.#height(this.#titles, "bold") : 0;
  }

  /** The longest beginning of a text that fits a height, and the rest. */
  #cut(text: string, column: number, room: number): readonly [string, string] {
    const characters = Array.from(text);
    const fits = (count: number): boolean =>
      this.#cellHeight(characters.slice(0, count).join(""), column) <= room;
    let [some, tooMany] = [0, characters.length + 1];
    while (tooMany - some > 1) {
      const middle = (some + tooMany) >> 1;
      if (fits(middle)) some = middle;
      else tooMany = middle;
    }
    return [characters.slice(0, some).join(""), characters.slice(some).join("")];
  }

  #height(texts: readonly string[], face?: Face): number {
    return Math.max(
      ...this.#columns.map((_, column) => this.#cellHeight(texts[column] ?? "", column, face)),
    );
  }

  #cellHeight(text: string, column: number, face?: Face): number {
    this.#set(column, face);
    checkGlyphs(this.#document, text);
    const width = this.#widths[column]! - paddingPoints * 2;
    return (
      this.#document.heightOfString(text === "" ? "一" : text, { width, lineGap }) +
      paddingPoints * 2
    );
  }

  #set(column: number, face?: Face): void {
    this.#document
      .font(face ?? this.#columns[column]!.face ?? "regular")
      .fontSize(this.#points)
      .fillColor("#000000");
  }

  #draw(texts: readonly string[], height: number, face?: Face): void {
    const document = this.#document;
    const top = document.y;
    let x = document.page.margins.left;
    for (const [column, width] of this.#widths.entries()) {
      document.lineWidth(0.5).rect(x, top, width, height).stroke(lineColor);
      this.#set(column, face);
      const align = face === "bold" ? "center" : (this.#columns[column]!.align ?? "left");
      const inner = width - paddingPoints * 2;
      document.text(texts[column] ?? "", x + paddingPoints, top + paddingPoints, {
        width: inner,
        align,
        lineGap,
      });
      x += width;
    }
    document.y = top + height;
  }
}
