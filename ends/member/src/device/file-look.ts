// How a file is shown (怎么打开): by what its bytes are, as the house says, and not by its name.

const documents = {
  "application/pdf": "pdf",
  "application/msword": "doc",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.ms-excel": "xls",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
} as const;

type DocumentType = (typeof documents)[keyof typeof documents];

export type FileLook =
  | { readonly as: "image" }
  | { readonly as: "document"; readonly type: DocumentType };

const isDocument = (type: string): type is keyof typeof documents => Object.hasOwn(documents, type);

/** Undefined for what a phone shows in no way, such as a table of commas. */
export function lookOf(contentType: string | undefined): FileLook | undefined {
  const type = (contentType ?? "").split(";")[0]!.trim().toLowerCase();
  if (/^image\/(png|jpeg|webp|gif)$/.test(type)) return { as: "image" };
  return isDocument(type) ? { as: "document", type: documents[type] } : undefined;
}

/** Names of headers are spelt as each phone likes. */
export function contentTypeIn(headers: object): string | undefined {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return found && String(found[1]);
}
