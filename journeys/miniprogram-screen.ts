// What a page of the mini-program shows (小程序界面): Taro's tree, read through the templates WeChat draws it with.

type Data = Record<string, unknown>;

export interface Drawn {
  /** What an event names it by. */
  readonly id: string;
  readonly tag: string;
  readonly classes: string;
  /** By their names in WXML; what no template binds is not drawn. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Events its template listens to, such as `tap`. */
  readonly listens: ReadonlySet<string>;
  readonly children: readonly (Drawn | string)[];
}

interface Template {
  readonly tag: string;
  /** The key of Taro's data by the attribute it fills. */
  readonly binds: ReadonlyMap<string, string>;
  readonly listens: ReadonlySet<string>;
}

export type Templates = ReadonlyMap<string, Template>;

function readTemplate(tag: string, written: string): Template {
  const binds = new Map<string, string>();
  const listens = new Set<string>();
  for (const [, name = "", value = ""] of written.matchAll(/([\w-]+)="([^"]*)"/g)) {
    const key = /\bi\.(\w+)/.exec(value)?.[1];
    if (value === "eh") listens.add(name.replace(/^(bind|catch)/, ""));
    else if (key) binds.set(name, key);
  }
  return { tag, binds, listens };
}

/** The templates of `base.wxml` by the short name that nodes bear. A box without focus is drawn by `…_blur`. */
export function readTemplates(wxml: string): Templates {
  const found = wxml.matchAll(
    /<template name="tmpl_0_(\w+)">\s*<(?!template)([\w-]+)((?:\s[^>]*)?)>/g,
  );
  return new Map(
    Array.from(found, ([, name = "", tag = "", written = ""]) => [
      name.replace(/_blur$/, ""),
      readTemplate(tag, written),
    ]),
  );
}

/** `setData` with a path such as `root.cn.[0].v` as WeChat does it. */
export function setAt(data: Data, path: string, value: unknown): void {
  const steps = path.match(/\w+/g) ?? [];
  const last = steps.pop();
  if (last === undefined) throw new Error(`setData with the path “${path}”`);
  let place = data;
  for (const step of steps) {
    place[step] ??= {};
    place = place[step] as Data;
  }
  place[last] = value;
}

/** The tree below a node of Taro's data. Throws where WeChat has no template to draw a node with. */
export function draw(node: Data, templates: Templates): Drawn | string {
  if (typeof node.v === "string") return node.v;
  const template = templates.get(String(node.nn));
  if (!template) throw new Error(`no template draws the node “${node.nn}”`);
  const attributes = Object.fromEntries(
    Array.from(template.binds, ([name, key]) => [name, node[key]]),
  );
  return {
    id: String(node.uid ?? node.sid),
    tag: template.tag,
    classes: String(node.cl ?? ""),
    attributes,
    listens: template.listens,
    children: ((node.cn ?? []) as Data[]).map((child) => draw(child, templates)),
  };
}

const isHidden = ({ attributes }: Drawn): boolean => attributes["aria-hidden"] === true;

const isInline = ({ classes }: Drawn): boolean => classes.split(" ").includes("inline");

/** As it is read: elements below each other are lines. */
export function textOf(part: Drawn | string): string {
  if (typeof part === "string") return part;
  if (isHidden(part)) return "";
  const words = part.children.map((child) => textOf(child)).join("");
  return isInline(part) ? words : `\n${words}\n`.replace(/\n{2,}/g, "\n");
}

/** What a screen reader calls it. */
export const nameOf = (part: Drawn): string =>
  String(part.attributes["aria-label"] ?? textOf(part)).trim();

/** All elements from here on, in the order of reading. */
export function* elementsOf(part: Drawn | string): Generator<Drawn> {
  if (typeof part === "string" || isHidden(part)) return;
  yield part;
  for (const child of part.children) yield* elementsOf(child);
}
