// The faces of our documents (字体): Noto Sans SC whole, with 30,000 characters, regular and bold.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";
import { Refusal, type RefusalKind } from "../refusal.ts";

export type Face = "regular" | "bold";

export const pdfRefusals = {
  missingGlyph: {
    code: "pdf.missing-glyph",
    status: 422,
    say: "“{character}”（{codePoint}）这个字，系统的字体里没有，印出来会是方框，所以没有生成文件。",
    next: "请核对这个字有没有录错；确实是这个字的，请联系系统管理员，先手工办理。",
  },
} as const satisfies Record<string, RefusalKind>;

/** A character no face can draw. A document is never made with a box in the place of a name. */
export class MissingGlyph extends Refusal {
  readonly character: string;

  constructor(character: string) {
    const codePoint = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    super(pdfRefusals.missingGlyph, { words: { character, codePoint } });
    this.name = "MissingGlyph";
    this.character = character;
  }
}

const files: Readonly<Record<Face, string>> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};
const loaded = new Map<Face, Promise<Buffer>>();

/** The bytes of a face, 10 MB, read once. */
export function loadFace(face: Face): Promise<Buffer> {
  const known = loaded.get(face);
  if (known) return known;
  const bytes = readFile(createRequire(import.meta.url).resolve(files[face]));
  loaded.set(face, bytes);
  return bytes;
}

const drawable = new Set<string>();

/** Throws `MissingGlyph` for the first character of a text that the face in use cannot draw. */
export function checkGlyphs(document: PDFDocument, text: string): void {
  for (const character of text) {
    if (character === "\n" || drawable.has(character)) continue;
    if (!document._font.font.hasGlyphForCodePoint(character.codePointAt(0)!)) {
      throw new MissingGlyph(character);
    }
    drawable.add(character);
  }
}
