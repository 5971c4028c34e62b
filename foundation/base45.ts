// Base45 (二维码字母编码, RFC 9285): bytes as the letters QR codes hold best, 5.5 bits each; pure.

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const values = new Map(Array.from(letters, (letter, value) => [letter, value]));

/** Two bytes become three letters, a last one two; the least valued letter comes first. */
export function toBase45(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    let rest = pair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    for (let nth = pair ? 3 : 2; nth > 0; nth -= 1) {
      text += letters[rest % 45];
      rest = Math.floor(rest / 45);
    }
  }
  return text;
}

/** Null for what no bytes are written as: a strange letter, a lone one, a group beyond its bytes. */
export function readBase45(text: string): Uint8Array | null {
  const lone = text.length % 3;
  if (lone === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (lone === 2 ? 1 : 0));
  for (let at = 0, filled = 0; at < text.length; at += 3) {
    const group = Array.from(text.slice(at, at + 3), (letter) => values.get(letter) ?? Number.NaN);
    const value = group.reduceRight((sum, letter) => sum * 45 + letter, 0);
    if (!(value < (group.length === 3 ? 65_536 : 256))) return null;
    if (group.length === 3) bytes[filled++] = value >> 8;
    bytes[filled++] = value & 255;
  }
  return bytes;
}
