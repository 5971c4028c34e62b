// What a file is, by its bytes and not by its name.
import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { zipped } from "../excel/fixtures/craft.ts";
import { Refusal } from "../refusal.ts";
import { checkUpload, type FileKind, fileRefusals, sniff } from "./sniff.ts";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../excel/fixtures/${name}`, import.meta.url));
const binary = (text: string): Buffer => Buffer.from(text, "latin1");
const png = binary("\x89PNG\r\n\x1a\n\0\0\0\rIHDR....IEND\xaeB`\x82");
const jpeg = binary("\xff\xd8\xff\xe0\0\x10JFIF....\xff\xd9");

describe("a file's kind", () => {
  it.each<[string, Buffer, FileKind]>([
    ["a workbook", fixture("roster.xlsx"), "xlsx"],
    ["an old workbook", fixture("roster.xls"), "xls"],
    ["a locked workbook", fixture("locked.xlsx"), "ole"],
    ["a PDF", binary("%PDF-1.7\n"), "pdf"],
    ["a PNG", png, "png"],
    ["a JPEG", jpeg, "jpeg"],
    ["a WebP", binary("RIFF\0\0\0\0WEBPVP8 "), "webp"],
    ["text", Buffer.from("姓名,手机\n"), "text"],
    ["text in GB18030", iconv.encode("姓名,手机\n", "gb18030"), "text"],
    ["text in UTF-16", Buffer.from("\ufeff姓名", "utf16le"), "text"],
    ["a page", Buffer.from("\ufeff\n <!DOCTYPE html>"), "html"],
    ["a drawing with scripts", Buffer.from("<svg onload=alert(1)>"), "html"],
    ["a program for Windows", binary("MZ\x90\0"), "exe"],
    ["a program for Linux", binary("\x7fELF\x02"), "exe"],
    ["a script", binary("#!/bin/sh\n"), "exe"],
    ["other bytes", Buffer.from([0, 1, 2, 255]), "unknown"],
    ["nothing", Buffer.alloc(0), "empty"],
  ])("is told by content: %s", (_, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind);
  });

  it("of a zip is told by what is inside", async () => {
    expect(sniff(await zipped({ "[Content_Types].xml": "", "word/document.xml": "" }))).toBe(
      "docx",
    );
    expect(sniff(await zipped({ "photo.jpg": "" }))).toBe("zip");
  });
});

describe("an upload", () => {
  const refusal = (file: Buffer, kinds: FileKind[], maxBytes = 1_000_000) => {
    try {
      return checkUpload(file, { kinds, maxBytes });
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };

  it("of an allowed kind is taken", () => {
    expect(refusal(jpeg, ["png", "jpeg"])).toBe("jpeg");
  });

  it("of another kind is refused with both named", () => {
    const refused = refusal(png, ["jpeg", "pdf"]) as Refusal;
    expect(refused.kind).toBe(fileRefusals.wrongKind);
    expect(refused.message).toBe("这里不能传PNG 图片。");
    expect(refused.next).toContain("JPEG 图片、PDF 文件");
  });

  it("that is empty or too large is refused", () => {
    expect(refusal(Buffer.alloc(0), ["png"])).toMatchObject({ kind: fileRefusals.empty });
    expect(refusal(png, ["png"], 10)).toMatchObject({ kind: fileRefusals.tooLarge });
  });

  it("that is two files in one is refused", async () => {
    const zip = await zipped({ "a.txt": "hidden" });
    const page = Buffer.concat([png, Buffer.from("<script>alert(1)</script>")]);
    const paged = Buffer.concat([jpeg, Buffer.from("%PDF-1.7")]);
    for (const file of [Buffer.concat([jpeg, zip]), page, paged]) {
      expect(refusal(file, ["png", "jpeg"])).toMatchObject({ kind: fileRefusals.twoInOne });
    }
    const innocent = Buffer.concat([
      jpeg,
      binary("PK\x05\x06 in a caption, and more than 22 bytes"),
    ]);
    expect(refusal(innocent, ["jpeg"])).toBe("jpeg");
  });
});
