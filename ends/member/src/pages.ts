// Addresses (地址): every page by its word; the App's address bar shows them, the mini-program hides them.

/** Page files by word, and the path each has under `/app`. */
export const pages = {
  home: "tabs/home",
  services: "tabs/services",
  cases: "tabs/cases",
  me: "tabs/me",
  "sign-in": "access/sign-in",
  lost: "access/lost",
  fill: "desk/fill",
  case: "desk/case",
  waiting: "desk/waiting",
  publicity: "desk/publicity",
  "public-notice": "desk/public-notice",
  scan: "desk/scan",
  card: "realname/card/card",
  certificates: "realname/card/certificates",
  union: "grassroots/election/union",
  proposals: "grassroots/proposals/proposals",
  proposal: "grassroots/proposals/proposal",
  selection: "grassroots/proposals/selection",
  disclosure: "grassroots/proposals/disclosure",
  data: "mine/data",
  notices: "mine/notices",
  devices: "mine/devices",
} as const;

export type PageWord = keyof typeof pages;

export const tabs = [
  { page: "home", title: "首页" },
  { page: "services", title: "服务" },
  { page: "cases", title: "进度" },
  { page: "me", title: "我的" },
] as const satisfies readonly { page: PageWord; title: string }[];

export type TabWord = (typeof tabs)[number]["page"];

/** The App's own path of each page file, for Taro's router: `tabs/home` is `/home`. */
export const routes = (): Record<string, string> =>
  Object.fromEntries(Object.entries(pages).map(([word, file]) => [`/${file}`, `/${word}`]));

const withValues = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

/** What Taro navigates to. */
export function pageUrl(word: PageWord, values: Readonly<Record<string, string>> = {}): string {
  const query = withValues(values);
  return `/${pages[word]}${query ? `?${query}` : ""}`;
}

export interface Place {
  readonly page: PageWord;
  readonly values: Readonly<Record<string, string>>;
}

/** Links of a room whose pages are on the phone, each with the page it leads to. */
const roomLinks: readonly (readonly [RegExp, PageWord])[] = [
  [/^\/grassroots\/proposals\/selections\/([\w-]+)$/, "selection"],
  [/^\/grassroots\/proposals\/([\w-]+)$/, "proposal"],
];

/** Where a link of the house, as notices bear them, leads here; undefined when it leads nowhere on a phone. */
export function pageOfLink(link: string | null): Place | undefined {
  const [, caseId, rate] = /^\/cases\/([\w-]+)(#rate)?$/.exec(link ?? "") ?? [];
  if (caseId) return { page: "case", values: { id: caseId, ...(rate ? { rate: "1" } : {}) } };
  for (const [shape, page] of roomLinks) {
    const [, id] = shape.exec(link ?? "") ?? [];
    if (id) return { page, values: { id } };
  }
  return undefined;
}
