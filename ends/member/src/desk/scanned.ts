// What was scanned or typed (扫到的内容): the form of an invitation of this house, or why it leads nowhere.

type Values = Readonly<Record<string, string>>;

export type Scanned =
  | { readonly kind: "form"; readonly values: Values }
  | { readonly kind: "refused"; readonly say: string };

const refused = (say: string): Scanned => ({ kind: "refused", say });

/** Groups of symbols as they stand below a poster's square, with or without the strokes between them. */
const code = /^[0-9A-Za-z]{4}(-?[0-9A-Za-z]{4}){3}$/;
/** WeChat has no reader of addresses. */
const parts = /^(https?:\/\/[^/?#\\@\s]+)(\/[^?#]*)?(?:\?([^#]*))?/i;

const elsewhere = "这不是本工会系统的二维码，为了安全没有打开。请核对海报，或问问发码的人。";
const unknown = "这不是入会码。请对准入会海报上的二维码，或输入二维码下面的 16 位入会码。";

/** Undefined where the query is no query. */
function valuesOf(query: string): Values | undefined {
  const pairs = query.split("&").map((pair) => pair.replaceAll("+", " ").split("="));
  try {
    return Object.fromEntries(
      pairs.map(([name = "", value = ""]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return undefined;
  }
}

/** Only an address of the very house one uses is followed, and no further than to its form; a code is asked of it. */
export function readScanned(text: string, house: string): Scanned {
  const typed = text.trim();
  if (code.test(typed)) return { kind: "form", values: { j: typed.toUpperCase() } };
  const [, origin, path, query = ""] = parts.exec(typed) ?? [];
  if (origin === undefined) return refused(unknown);
  if (origin.toLowerCase() !== house.toLowerCase()) return refused(elsewhere);
  const values = path === "/app/fill" ? valuesOf(query) : undefined;
  return values?.j || values?.id ? { kind: "form", values } : refused(unknown);
}
