// Paths (网址): the portal's one path builder; every link is made here and can be sent to a colleague.

type Words = Record<string, string | number | undefined>;

/** `/realname/roster` + `{ q: "张" }` → `/realname/roster?q=%E5%BC%A0`; empty words are left out. */
export function withSearch(path: string, words: Words): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

const segment = encodeURIComponent;

export const paths = {
  home: () => "/",
  /** A list of the desk: `todo`, `done`, `mine`, `copied`. */
  desk: (list: string, words: Words = {}) =>
    withSearch("/", { tab: list === "todo" ? undefined : list, ...words }),
  functions: () => "/functions",
  /** The form of a function; `union` is chosen in it beforehand. */
  function: (id: string, words: { readonly union?: string } = {}) =>
    withSearch(`/functions/${segment(id)}`, words),
  /** `back` is a path of this portal, where signing in returns to. */
  signIn: (back?: string) => withSearch("/sign-in", { back: back === "/" ? undefined : back }),
  notices: () => "/notices",
  devices: () => "/account/devices",
  security: () => "/account/security",
  /** A room of a platform, and pages inside it: `room("realname", "roster", "imports", id)`. */
  room: (platform: string, room: string, ...inside: string[]) =>
    `/${[platform, room, ...inside].map(segment).join("/")}`,
  /** `tab`: `flow` for the flow drawn. */
  case: (id: string, tab?: string) => withSearch(`/cases/${segment(id)}`, { tab }),
  /** The list of all cases, narrowed down by these words. */
  cases: (words: Words = {}) => withSearch("/cases", words),
  /** Numbers of rules that a federation sets for its place. */
  rules: () => "/rules",
  flows: () => "/cases/flows",
  flow: (id: string) => `/cases/flows/${segment(id)}`,
  /** Running cases of a function brought to its flow of today. */
  flowMoves: (id: string) => `/cases/flow-moves/${segment(id)}`,
  caseView: (view: "workload" | "forecast" | "durations") => `/cases/${view}`,
  /** The tasks of a seat, to be shared out among others. */
  shareWork: (unionId: string, role: string) =>
    `/cases/workload/${segment(unionId)}/${segment(role)}`,
  handOver: () => "/cases/hand-over",
  proxies: () => "/account/proxies",
  phrases: () => "/account/phrases",
  /** 公示 of one's union, and one of them. */
  publicity: () => "/publicity",
  publicNotice: (caseId: string, token: number) => `/publicity/${segment(caseId)}/${token}`,
  person: (id: string) => `/people/${segment(id)}`,
  /** A union's numbers on the wall; of the post's own without `under`. */
  cockpit: (under?: string) => withSearch("/cockpit", { under }),
  union: (id: string) => `/unions/${segment(id)}`,
} as const;

const anywhere = "http://portal.invalid";

/** Where signing in may return to: a path of this portal, never another site or the sign-in page itself. */
export function safeBack(back: string | undefined): string {
  if (!back?.startsWith("/") || !URL.canParse(back, anywhere)) return paths.home();
  const { origin, pathname, search, hash } = new URL(back, anywhere);
  if (origin !== anywhere || pathname === paths.signIn()) return paths.home();
  return pathname.replace(/^\/+/, "/") + search + hash;
}
