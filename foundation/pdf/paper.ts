// Paper (版面): the few things a union's documents are made of, one below the other, over as many
// pages as it takes.
import type PDFDocument from "pdfkit";
import { qrSquares } from "../codes/index.ts";
import { checkGlyphs, type Face } from "./fonts.ts";
import { drawTable, type Table } from "./table.ts";

export interface TextLook {
  readonly face?: Face;
  readonly sizePoints?: number;
  readonly align?: "left" | "center" | "right";
}

export interface QrLook {
  readonly sizePoints?: number;
  readonly caption?: string;
  readonly align?: "left" | "center";
}

export interface Attachment {
  readonly name: string;
  /** As `image/png`. */
  readonly type: string;
}

const bodyPoints = 11;
const titlePoints = 20;
const captionPoints = 9;
const lineGapPoints = 4;
const gapPoints = 10;
const headingRoomPoints = 90;
const labelShare = 0.24;

/** Lengths are points, 72 an inch. Every text may throw `MissingGlyph`. */
export class Paper {
  readonly #document: PDFDocument;
  readonly #madeAt: Date;

  constructor(document: PDFDocument, madeAt: Date) {
    this.#document = document;
    this.#madeAt = madeAt;
  }

  /** From the left margin to the right one. */
  get widthPoints(): number {
    const { width, margins } = this.#document.page;
    return width - margins.left - margins.right;
  }

  title(text: string): void {
    this.paragraph(text, { face: "bold", sizePoints: titlePoints, align: "center" });
  }

  /** Stays on the page of what it stands over. */
  heading(text: string): void {
    this.#need(headingRoomPoints);
    this.paragraph(text, { face: "bold", sizePoints: 13 });
  }

  paragraph(text: string, look: TextLook = {}): void {
    const { face = "regular", sizePoints = bodyPoints, align = "left" } = look;
    const document = this.#document;
    this.#set(text, face, sizePoints);
    document.text(text, document.page.margins.left, document.y, {
      width: this.widthPoints,
      align,
      lineGap: lineGapPoints,
    });
    this.gap();
  }

  gap(points = gapPoints): void {
    this.#document.y += points;
  }

  /** Labels on the left, in bold, and what they stand for. */
  keyValues(pairs: readonly (readonly [label: string, value: string])[]): void {
    const columns = [{ share: labelShare, face: "bold" }, { share: 1 - labelShare }] as const;
    drawTable(this.#document, { columns, rows: pairs });
    this.gap();
  }

  /** The head comes again on every page the table reaches. */
  table(table: Table): void {
    drawTable(this.#document, table);
    this.gap();
  }

  /** A QR code of this side, with a line below that says what it is for. */
  qr(text: string, look: QrLook = {}): void {
    const { sizePoints = 90, caption = "", align = "left" } = look;
    const document = this.#document;
    const squares = qrSquares(text);
    const captionHeight = caption === "" ? 0 : captionPoints * 2;
    this.#need(sizePoints + captionHeight);
    const inset = align === "center" ? (this.widthPoints - sizePoints) / 2 : 0;
    const [left, top] = [document.page.margins.left + inset, document.y];
    const side = sizePoints / squares.length;
    for (const [row, line] of squares.entries()) {
      for (const [column, dark] of line.entries()) {
        if (dark) document.rect(left + column * side, top + row * side, side, side);
      }
    }
    document.fill("#000000");
    document.y = top + sizePoints + 4;
    if (caption !== "") this.paragraph(caption, { sizePoints: captionPoints });
    else this.gap();
  }

  /** A JPEG or PNG on a page of its own, as large as fits; one that cannot be read is said to be so. */
  picture(bytes: Uint8Array, caption: string): void {
    const document = this.#document;
    document.addPage();
    this.paragraph(caption, { face: "bold" });
    const { height, margins } = document.page;
    const fit = [this.widthPoints, height - margins.bottom - document.y] as const;
    try {
      document.image(bytes, margins.left, document.y, { fit, align: "center" });
    } catch {
      this.paragraph("这张图片打不开，没有印出来。");
    }
  }

  /** Lays a file inside the document, byte for byte, for readers that list attachments. */
  attach(bytes: Uint8Array, { name, type }: Attachment): void {
    const at = this.#madeAt;
    this.#document.file(bytes, { name, type, creationDate: at, modifiedDate: at });
  }

  #set(text: string, face: Face, sizePoints: number): void {
    this.#document.font(face).fontSize(sizePoints).fillColor("#000000");
    checkGlyphs(this.#document, text);
  }

  #need(heightPoints: number): void {
    const { page, y } = this.#document;
    if (y + heightPoints > page.height - page.margins.bottom) this.#document.addPage();
  }
}
