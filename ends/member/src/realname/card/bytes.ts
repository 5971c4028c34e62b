// Bytes as text (base64url), also where the phone brings no such function.

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function toText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const group = (one << 16) | (two << 8) | three;
    for (let nth = 0; nth < Math.min(4, bytes.length - at + 1); nth += 1) {
      text += letters[(group >> (18 - 6 * nth)) & 63];
    }
  }
  return text;
}

export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [held, bits, filled] = [0, 0, 0];
  for (const letter of text) {
    held = ((held << 6) | letters.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled++] = (held >> bits) & 255;
  }
  return bytes;
}
