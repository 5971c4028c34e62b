// Papers: every character is there, or a loud error names the missing one.
import { describe, expect, it } from "vitest";
import { qrSquares } from "../codes/index.ts";
import { rectanglesOf, textOf } from "./fixtures/extract.ts";
import { MissingGlyph, type Paper, pdf } from "./index.ts";

const document = {
  title: "会员证明",
  madeAt: new Date("2026-01-01T00:00:00Z"),
  footer: "浏阳市总工会",
};
const make = (draw: (paper: Paper) => void, more = {}) => pdf({ ...document, ...more }, draw);

describe("a document", () => {
  it("holds its texts as characters, in order, with its foot", async () => {
    const bytes = await make((paper) => {
      paper.title("工会会员证明");
      paper.heading("一、基本情况");
      paper.paragraph("兹证明张三（430102…）系本会会员。No. 7");
      paper.keyValues([
        ["姓名", "张三"],
        ["所在工会", ""],
      ]);
    });
    expect(textOf(bytes)).toEqual([
      [
        "工会会员证明",
        "一、基本情况",
        "兹证明张三（430102…）系本会会员。No. 7",
        "姓名",
        "张三",
        "所在工会",
        "浏阳市总工会",
        "第 1 页，共 1 页",
      ],
    ]);
  });

  it("draws the rare characters of names", async () => {
    const names = "㐂䶮龘〇𬭊𫟹·";
    const bytes = await make((paper) => paper.paragraph(names));
    expect(textOf(bytes)[0]![0]).toBe(names);
  });

  it("of the same drawing at the same time has the same bytes", async () => {
    const draw = (paper: Paper) => paper.paragraph("同一份");
    const first = await make(draw);
    expect(await make(draw)).toEqual(first);
    expect(await make(draw, { madeAt: new Date("2026-01-02T00:00:00Z") })).not.toEqual(first);
  });

  it("is A4, upright or across, with its name", async () => {
    const draw = (paper: Paper) => paper.paragraph("一");
    expect(String(await make(draw))).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(String(await make(draw, { landscape: true }))).toContain(
      "/MediaBox [0 0 841.89 595.28]",
    );
  });

  it("has a QR code of as many squares as the code is dark", async () => {
    const text = "https://example.cn/v/7QK4";
    const dark = qrSquares(text).flat().filter(Boolean).length;
    expect(rectanglesOf(await make((paper) => paper.qr(text)), 0)).toBe(dark);
    const captioned = await make((paper) => paper.qr(text, { caption: "扫码核验" }));
    expect(textOf(captioned)[0]).toContain("扫码核验");
  });
});

describe("a character no font can draw", () => {
  it.each([
    ["𠮷", "U+20BB7", (paper: Paper) => paper.paragraph("𠮷田一郎")],
    ["👍", "U+1F44D", (paper: Paper) => paper.title("好👍")],
    ["\u0007", "U+0007", (paper: Paper) => paper.keyValues([["姓名", "张\u0007三"]])],
    ["𰀀", "U+30000", (paper: Paper) => paper.table({ columns: [{ share: 1 }], rows: [["𰀀"]] })],
    ["𠮷", "U+20BB7", (paper: Paper) => paper.qr("a", { caption: "𠮷" })],
  ])("is a loud error that names %s, never a box", async (character, codePoint, draw) => {
    const failed = await make(draw).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(MissingGlyph);
    expect(failed).toMatchObject({ character, kind: { code: "pdf.missing-glyph", status: 422 } });
    expect((failed as MissingGlyph).message).toContain(`“${character}”（${codePoint}）`);
  });

  it("is found in the foot and in the head of a table as well", async () => {
    await expect(make(() => {}, { footer: "𠮷" })).rejects.toThrow(MissingGlyph);
    const head = { columns: [{ title: "𠮷", share: 1 }], rows: [] };
    await expect(make((paper) => paper.table(head))).rejects.toThrow(MissingGlyph);
  });
});

describe("a table", () => {
  const columns = [
    { title: "序号", share: 1 },
    { title: "单位", share: 3 },
  ];

  it("comes with its head on every page, and with every row once", async () => {
    const rows = Array.from({ length: 90 }, (_, row) => [`第${row}行`, `单位${row}`]);
    const pages = textOf(await make((paper) => paper.table({ columns, rows })));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page.slice(0, 2)).toEqual(["序号", "单位"]);
      expect(page.at(-1)).toBe(`第 ${index + 1} 页，共 ${pages.length} 页`);
    }
    const drawn = pages.flatMap((page) => page.slice(2, -2));
    expect(drawn).toEqual(rows.flat());
  });

  it("cuts a row that is longer than a page, losing nothing", async () => {
    const long = Array.from({ length: 2700 }, (_, index) =>
      String.fromCodePoint(0x4e00 + index),
    ).join("");
    const pages = textOf(
      await make((paper) =>
        paper.table({
          columns,
          rows: [
            ["长", long],
            ["后", "完"],
          ],
        }),
      ),
    );
    expect(pages.length).toBeGreaterThan(1);
    const drawn = pages.flatMap((page) => page.slice(2, -2));
    expect(drawn.filter((line) => line !== "长" && line !== "后").join("")).toBe(`${long}完`);
  });

  it("never starts its head at the foot of a page without a row", async () => {
    for (let gap = 600; gap < 760; gap += 9) {
      const bytes = await make((paper) => {
        paper.paragraph("上文");
        paper.gap(gap - 80);
        paper.table({ columns, rows: [["1", "甲"]] });
      });
      const page = textOf(bytes).find((lines) => lines.includes("序号"))!;
      expect(page).toContain("甲");
    }
  });
});
