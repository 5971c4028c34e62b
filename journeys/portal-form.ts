// A person at a form of the portal (填表): types, ticks, picks, fills tables row by row and brings papers, all by hand.
import type { Locator, Page } from "playwright-core";

/** A page, or a dialog on it. */
type Place = Page | Locator;

/** Texts, numbers and days by label. */
export type Typed = Readonly<Record<string, string | number>>;

const paper = {
  name: "盖章的文件.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
};

/** Types into fields that hold a text, a number or a day; what stood there before goes. */
export async function type(place: Place, typed: Typed): Promise<void> {
  for (const [label, text] of Object.entries(typed)) {
    const box = place.getByRole("textbox", { name: label }).or(spin(place, label)).first();
    await box.fill(String(text));
    await box.press("Tab");
  }
}

const spin = (place: Place, name: string) => place.getByRole("spinbutton", { name });

/** Ticks one of the choices that lie open under a question, by the keyboard: nothing that moves loses it. */
export async function tick(place: Place, ticked: Readonly<Record<string, string>>): Promise<void> {
  for (const [question, answer] of Object.entries(ticked)) {
    await place
      .getByRole("radiogroup", { name: question })
      .getByRole("radio", { name: answer, exact: true })
      .press(" ");
  }
}

/** Picks from a folded list by the words of what is picked. */
async function pick(page: Page, box: Locator, words: string | RegExp): Promise<void> {
  await box.click();
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
    .filter({ hasText: words })
    .first()
    .click();
}

/** Brings a paper to the field of this title and waits until it is there, beside those of other fields. */
export async function bring(place: Place, title: string): Promise<void> {
  const brought = place.getByRole("button", { name: `去掉${paper.name}` });
  const before = await brought.count();
  await place.getByLabel(`${title}文件`).setInputFiles(paper);
  await brought.nth(before).waitFor();
}

type Cells = readonly (string | number)[];

/** Adds a row for each line to the table of this title; columns by their titles. A cell of choices is picked from. */
export async function fillRows(
  { page, place, table }: { readonly page: Page; readonly place: Place; readonly table: string },
  columns: readonly string[],
  lines: readonly Cells[],
): Promise<void> {
  const rows = place.getByRole("region", { name: table });
  for (const [at, cells] of lines.entries()) {
    await rows.getByRole("button", { name: "添加一行" }).click();
    for (const [nth, cell] of cells.entries()) {
      const box = rows.getByLabel(`第 ${at + 1} 行${columns[nth]}`, { exact: true });
      const isList = (await box.getAttribute("role")) === "combobox";
      if (isList) await pick(page, box, new RegExp(`^${cell}$`));
      else await box.fill(String(cell));
    }
  }
}
