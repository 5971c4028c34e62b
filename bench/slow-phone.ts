// An old phone on a slow network (慢手机): Chromium as DevTools slows it, and when the page it opens can be used.
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page, type Response } from "playwright-core";
import { browserAt, quiet } from "../journeys/chromium.ts";

/** Slow 4G as Lighthouse has it. */
const slow4G = { latencyMs: 150, downBits: 1_600_000, upBits: 750_000 };
const slowerProcessor = 4;
/** As long as nothing holds the page up, a tap is answered at once. */
const quietMs = 50;
const patienceMs = 60_000;

/** The red button of home. */
const button = ".member-card .button-main";
const watch = join(import.meta.dirname, "slow-phone-page.js");

interface Seen {
  readonly buttonMs: number;
  readonly tasks: readonly { readonly from: number; readonly to: number }[];
}

/** When the button had stood for a moment in which nothing of 50 ms or more ran. */
function interactiveMs({ buttonMs, tasks }: Seen): number {
  let at = buttonMs;
  for (const { from, to } of tasks) if (to > at && from < at + quietMs) at = to;
  return at;
}

interface Opened {
  /** From the start of navigation, in the page's own time. */
  readonly interactiveMs: number;
  /** Bytes of all scripts fetched for the page, gzipped. */
  readonly scriptBytes: number;
}

interface ToOpen {
  readonly origin: string;
  readonly path: string;
  readonly token?: string;
  /** Proves that the button answers. */
  readonly answered?: (page: Page) => Promise<unknown>;
}

export interface SlowPhone extends AsyncDisposable {
  /** Opens the page for the first time on a phone that has kept nothing. */
  open(wanted: ToOpen): Promise<Opened>;
}

async function openIn(browser: Browser, wanted: ToOpen): Promise<Opened> {
  const { origin, path, token, answered } = wanted;
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: "zh-CN",
  });
  try {
    if (token) await context.addCookies([{ name: "niangjia", value: token, url: origin }]);
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.addInitScript({ path: watch });
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response);
    });
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: slow4G.latencyMs,
      downloadThroughput: slow4G.downBits / 8,
      uploadThroughput: slow4G.upBits / 8,
    });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowerProcessor });
    await page.goto(origin + path, { waitUntil: "commit" });
    await page.waitForSelector(button);
    await page.waitForLoadState("networkidle");
    const seen = (await page.evaluate("seen")) as Seen;
    const fetched = await Promise.all(scripts.map((script) => script.body()));
    await page.tap(button);
    await answered?.(page);
    const scriptBytes = fetched.reduce((sum, script) => sum + gzipSync(script).length, 0);
    return { interactiveMs: interactiveMs(seen), scriptBytes };
  } finally {
    await context.close();
  }
}

/** Throws an Error in Chinese where no Chromium is installed. */
export async function openSlowPhone(): Promise<SlowPhone> {
  if (!browserAt)
    throw new Error("没有找到 Chromium，测不了职工端。请先安装，例如 apt-get install chromium。");
  const browser = await chromium.launch({ executablePath: browserAt, args: quiet });
  return {
    open: (wanted) => openIn(browser, wanted),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
