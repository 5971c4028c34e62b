// How a file is shown: what the house says it is decides, whatever it is called.
import { describe, expect, it } from "vitest";
import { contentTypeIn, lookOf } from "./file-look.ts";

const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("a file opened on the phone", () => {
  it.each([
    ["application/pdf", { as: "document", type: "pdf" }],
    [`${sheet}; charset=utf-8`, { as: "document", type: "xlsx" }],
    ["application/vnd.ms-excel", { as: "document", type: "xls" }],
    ["image/jpeg", { as: "image" }],
    ["IMAGE/PNG", { as: "image" }],
  ])("of type %s is shown as such", (type, look) => expect(lookOf(type)).toEqual(look));

  it.each([undefined, "", "text/csv", "application/octet-stream", "image/svg+xml", "toString"])(
    "of type %s is shown in no way",
    (type) => expect(lookOf(type)).toBeUndefined(),
  );

  it("says its type in a header, however that is spelt", () => {
    expect(contentTypeIn({ "Content-Type": "image/png" })).toBe("image/png");
    expect(contentTypeIn({ "content-type": "application/pdf" })).toBe("application/pdf");
    expect(contentTypeIn({ date: "" })).toBeUndefined();
  });
});
