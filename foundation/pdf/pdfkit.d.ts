// What we use of the library pdfkit, which brings no types of its own. Lengths are points, 72 an
// inch.
declare module "pdfkit" {
  import type { Readable } from "node:stream";

  interface TextOptions {
    readonly width?: number;
    readonly align?: "left" | "center" | "right";
    readonly lineGap?: number;
    readonly lineBreak?: boolean;
  }
  interface ImageOptions {
    readonly fit: readonly [width: number, height: number];
    readonly align?: "center";
  }
  interface FileOptions {
    readonly name: string;
    readonly type: string;
    readonly creationDate: Date;
    readonly modifiedDate: Date;
  }
  interface Margins {
    top: number;
    bottom: number;
    left: number;
    right: number;
  }
  interface Options {
    readonly size?: "A4" | "A5";
    readonly layout?: "portrait" | "landscape";
    readonly margins?: Margins;
    readonly bufferPages?: boolean;
    /** Null keeps the library from loading a font of its own. */
    readonly font?: null;
    readonly lang?: string;
    readonly info?: { Title?: string; Author?: string; CreationDate?: Date; ModDate?: Date };
  }
  export default class PDFDocument extends Readable {
    constructor(options: Options);
    readonly page: { readonly width: number; readonly height: number; readonly margins: Margins };
    x: number;
    y: number;
    addPage(): this;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(number: number): void;
    registerFont(name: string, font: Uint8Array): this;
    font(name: string): this;
    /** The face in use, which knows what characters it can draw. */
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    fontSize(points: number): this;
    text(text: string, x?: number, y?: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    widthOfString(text: string): number;
    currentLineHeight(includeGap?: boolean): number;
    /** JPEG or PNG, as large as fits. Throws when it cannot be read. */
    image(bytes: Uint8Array, x: number, y: number, options: ImageOptions): this;
    /** Lays a file inside the document. */
    file(bytes: Uint8Array, options: FileOptions): object;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(points: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    fill(color?: string): this;
    stroke(color?: string): this;
    end(): void;
  }
}
