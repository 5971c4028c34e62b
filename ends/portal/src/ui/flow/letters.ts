// Letters (字宽): how wide a text is on a drawing, and where its lines break.

/** Chinese letters are as wide as high, others about half. */
const widthOf = (letter: string): number => (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.55);

/** How many Chinese letters a text is as wide as. */
export const lettersIn = (text: string): number =>
  [...text].reduce((sum, letter) => sum + widthOf(letter), 0);

/** Cuts a text into lines of so many Chinese letters; what does not fit the last ends in …. */
export function linesOf(text: string, letters: number, atMost: number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const letter of text) {
    if (width + widthOf(letter) > letters) {
      lines.push(line);
      line = "";
      width = 0;
    }
    line += letter;
    width += widthOf(letter);
  }
  if (line !== "") lines.push(line);
  if (lines.length <= atMost) return lines;
  return [...lines.slice(0, atMost - 1), `${[...lines[atMost - 1]!].slice(0, -1).join("")}…`];
}
