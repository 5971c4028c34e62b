// The drawing of a QR code (二维码图): its squares as one path, so that both ends show it as a picture.
import qrcode from "qrcode/lib/core/qrcode.js";

/** The quiet zone the standard asks for, in squares. */
const margin = 4;

/** A data address. Medium correction: screens are scratched and tilted. */
export function drawingOf(text: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`;
    }
  }
  const size = modules.size + 2 * margin;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
