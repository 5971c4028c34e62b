// QR codes (二维码) for posters, cards and certificates, as a drawing, a picture or bare squares.
import qrcode from "qrcode";

/** M mends a code of which 15 % is soiled; that suits print on paper and old phone screens. */
const errorCorrectionLevel = "M";
/** The quiet zone the standard asks for (ISO/IEC 18004, 5.3.8), in squares. */
const margin = 4;
/** What the largest code holds at this level; longer text is refused by a thrown error. */
export const longestQrBytes = 2331;

/** Dark and light squares by row, without the quiet zone. */
export function qrSquares(text: string): boolean[][] {
  const { modules } = qrcode.create(checked(text), { errorCorrectionLevel });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1),
  );
}

export const qrSvg = (text: string): Promise<string> =>
  qrcode.toString(checked(text), { type: "svg", margin, errorCorrectionLevel });

/** `scale` is pixels a square. */
export const qrPng = (text: string, scale = 8): Promise<Buffer> =>
  qrcode.toBuffer(checked(text), { type: "png", margin, scale, errorCorrectionLevel });

function checked(text: string): string {
  const bytes = Buffer.byteLength(text);
  if (bytes === 0 || bytes > longestQrBytes)
    throw new Error(`a QR code holds 1 to ${longestQrBytes} bytes`);
  return text;
}
