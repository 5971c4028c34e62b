// Going about (走动): from page to page on either end, by the page's word.
import Taro, { useRouter } from "@tarojs/taro";
import { type PageWord, type Place, pageUrl, type TabWord, tabs } from "../pages.ts";

type Values = Readonly<Record<string, string>>;

const isTab = (page: PageWord): page is TabWord => tabs.some((tab) => tab.page === page);

/** WeChat switches its tabs; in the App a tab takes the place of the page. */
const toTab = (page: TabWord) =>
  process.env.TARO_ENV === "weapp"
    ? Taro.switchTab({ url: pageUrl(page) })
    : Taro.reLaunch({ url: pageUrl(page) });

export function go(page: PageWord, values: Values = {}): void {
  if (isTab(page)) toTab(page);
  else Taro.navigateTo({ url: pageUrl(page, values) });
}

export const goTo = ({ page, values }: Place): void => go(page, values);

/** The page one stands on is not come back to. */
export async function goInstead(page: PageWord, values: Values = {}): Promise<void> {
  if (isTab(page)) await toTab(page);
  else await Taro.redirectTo({ url: pageUrl(page, values) });
}

/** To where one came from, or home where one came from outside. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else toTab("home");
}

/** What the page's address says, decoded. */
export function useValues(): Readonly<Record<string, string>> {
  const { params } = useRouter();
  const given = Object.entries(params).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return Object.fromEntries(given.map(([name, value]) => [name, decoded(value)]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The form one stands at, a poster's for instance, as values that lead back to it; empty elsewhere. */
export function formHere(): Values {
  const { path = "", params = {} } = Taro.getCurrentInstance().router ?? {};
  if (!/\/fill(\.html)?(\?|$)/.test(path)) return {};
  const given = Object.entries(params).filter(
    (pair): pair is [string, string] => /^\w+$/.test(pair[0]) && pair[1] !== undefined,
  );
  return {
    to: "fill",
    ...Object.fromEntries(given.map(([name, value]) => [name, decoded(value)])),
  };
}
