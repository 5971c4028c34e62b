// The worker's end (职工端): what a phone must fetch, and how soon home answers a tap on an old phone and a slow network.
import { openAccount, openSession } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { limits, measureMiniprogram } from "../ends/member/budget.ts";
import { buildApp, buildMiniprogram, buildPortal } from "../tools/build.ts";
import type { Bench, Measured } from "./bench.ts";
import { serve } from "./child.ts";
import type { Ground } from "./ground.ts";
import { compare } from "./rounds.ts";
import { openSlowPhone } from "./slow-phone.ts";
import { milliseconds, times } from "./words.ts";

const interactiveAtMostMs = 2500;

/** Somebody with a phone who has not joined yet. Answers the session's token. */
const signIn = (ground: Ground): Promise<string> =>
  ground.act(system("bench"), async (act) => {
    const account = await openAccount(act, { name: "林小满", phone: "13800138000" });
    const opened = await openSession(act, account.id, { openedBy: "code", device: "bench" });
    return opened.token;
  });

const sizeLine = (what: string, sizeKb: number, limitKb: number): Measured => ({
  what,
  ours: `${Math.round(sizeKb)} kB`,
  peer: `至多 ${limitKb} kB`,
  ratio: times(sizeKb / limitKb),
});

/** Largest of a list; 0 of none. */
const largest = (sizes: readonly number[]): number => Math.max(0, ...sizes);

export const app: Bench = {
  name: "app",
  title:
    "职工端：App 首次打开要取的脚本和几时能点（慢 4G、处理器慢 4 倍，与只有一个按钮的网页相比），小程序各包大小",
  bounds: [
    { figure: "script_kb", atMost: limits.scriptKb },
    { figure: "main_kb", atMost: limits.mainKb },
    { figure: "largest_subpackage_kb", atMost: limits.subpackageKb },
    { figure: "interactive_ms", atMost: interactiveAtMostMs },
  ],
  async run(ground, { rounds }) {
    for (const build of [buildPortal, buildApp, buildMiniprogram]) build();
    const token = await signIn(ground);
    using house = await serve("app-house.ts", [ground.url, ground.folder]);
    using bare = await serve("app-bare.ts", []);
    await using phone = await openSlowPhone();
    let scriptBytes = 0;
    const { ours, peer, ratio } = await compare("打开首页", rounds, {
      async ours() {
        const opened = await phone.open({
          origin: house.origin,
          path: "/app",
          token,
          answered: (page) => page.waitForURL(/\/app\/fill/),
        });
        scriptBytes = opened.scriptBytes;
        return opened.interactiveMs;
      },
      peer: async () => (await phone.open({ origin: bare.origin, path: "/" })).interactiveMs,
    });
    const { mainKb, subpackagesKb } = measureMiniprogram();
    const figures = {
      script_kb: scriptBytes / 1000,
      main_kb: mainKb,
      largest_subpackage_kb: largest(Object.values(subpackagesKb)),
      interactive_ms: ours,
    };
    const [mine, theirs] = [milliseconds(ours), milliseconds(peer)];
    return {
      figures,
      lines: [
        { what: "首页可以点", ours: mine, peer: theirs, ratio: times(ratio) },
        sizeLine("App 的脚本（压缩后）", figures.script_kb, limits.scriptKb),
        sizeLine("小程序主包", figures.main_kb, limits.mainKb),
        sizeLine("小程序最大的分包", figures.largest_subpackage_kb, limits.subpackageKb),
      ],
    };
  },
};
