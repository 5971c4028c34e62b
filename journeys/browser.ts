// A person at a screen (浏览器): a house that listens, and Chromium looking at it.
import type { PushDoor } from "@niangjia/foundation/notices";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { freePort } from "../foundation/postgres/port.ts";
import { addPages } from "../server/pages.ts";
import { roomsAt } from "../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse } from "../server/testing.ts";
import { browserAt, quiet } from "./chromium.ts";

/** Why no journey can be walked on this machine; undefined when one can. */
export const noBrowser = browserAt ? undefined : "没有找到 Chromium，浏览器里的故事没有走";

/** What is not there by then does not come, also on a machine that is busy with more than this. */
const patienceMs = 60_000;

const screens = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

export interface Street {
  readonly house: TestHouse;
  readonly origin: string;
  /** A page of a browser in which this person is signed in; errors of the page fail the story. */
  enter(person?: Client, screen?: keyof typeof screens): Promise<Page>;
  close(): Promise<void>;
}

export interface StreetOptions {
  /** What devices may subscribe to. */
  readonly push?: PushDoor;
  /** The rooms of the house, when they are not those it always has. */
  readonly rooms?: ReturnType<typeof roomsAt>;
  /** Done to the house before it listens. */
  readonly before?: (house: TestHouse) => void;
}

/**
 * Opens a house that listens and a browser beside it. It knows its address as a real one does, so that what it prints
 * can be followed. Background work runs as it would for real.
 */
export async function openStreet({ push, rooms, before }: StreetOptions = {}): Promise<Street> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const house = await openTestHouse({
    closeAfter: "caller",
    rooms: rooms ?? roomsAt(origin),
    push,
  });
  before?.(house);
  await addPages(house);
  await house.app.listen({ port, host: "127.0.0.1" });
  await house.worker.start();
  const browser = await chromium.launch({ executablePath: browserAt, args: quiet });
  const contexts: BrowserContext[] = [];
  const pageErrors: string[] = [];
  return {
    house,
    origin,
    async enter(person, screen = "desk") {
      const context = await browser.newContext({
        viewport: screens[screen],
        locale: "zh-CN",
        timezoneId: "Asia/Shanghai",
        acceptDownloads: true,
        // What still grows into its place when the button goes down is elsewhere when it comes up: no click.
        reducedMotion: "reduce",
      });
      contexts.push(context);
      if (person) {
        await context.addCookies([{ name: "niangjia", value: person.token, url: origin }]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      page.on("pageerror", (error) => pageErrors.push(error.message));
      await page.goto(origin);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await house.worker.stop();
      await house.close();
      if (pageErrors.length > 0) throw new Error(`the page broke: ${pageErrors.join("; ")}`);
    },
  };
}
