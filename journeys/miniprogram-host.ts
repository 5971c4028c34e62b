// A phone with the mini-program on it (小程序宿主): the built bundle runs without WeChat, and somebody presses and types.
import { EventEmitter, once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { call, type OpenPage, startPages } from "./miniprogram-pages.ts";
import {
  type Drawn,
  draw,
  elementsOf,
  nameOf,
  readTemplates,
  type Templates,
  textOf,
} from "./miniprogram-screen.ts";
import { type Network, type World, wechatOn } from "./miniprogram-wechat.ts";

const folder = join(import.meta.dirname, "..", "dist", "miniprogram");

/** Why the mini-program cannot be walked through; undefined when it can. */
export const noMiniprogram = existsSync(join(folder, "app.js"))
  ? undefined
  : "小程序还没有构建（node tools/build.ts miniprogram），它的故事没有走";

const patienceMs = 20_000;

type Words = string | RegExp;

const fits = (words: Words, text: string): boolean =>
  typeof words === "string" ? text === words : words.test(text);

/** What a person does with it. Everything waits until it can be done, and fails with what is shown instead. */
export interface Phone {
  press(button: Words, group?: string): Promise<void>;
  type(box: string, text: string): Promise<void>;
  /** Picks from a list that folds. */
  pick(box: string, option: Words): Promise<void>;
  tab(title: string): void;
  /** Waits until these words are on the screen. */
  shows(words: string): Promise<void>;
  /** What is on the screen. */
  text(): string;
  network(network: Network): void;
  /** The mini-program is closed; its storage stays. */
  close(): void;
}

/** The page as it is drawn. */
function screenOf({ data }: OpenPage, templates: Templates): Drawn {
  const root = { tag: "page", id: "", classes: "", attributes: {}, listens: new Set<string>() };
  const { cn = [] } = data.root as { cn?: Record<string, unknown>[] };
  return { ...root, children: cn.map((node) => draw(node, templates)) };
}

function find(screen: Drawn, tags: readonly string[], named: Words): Drawn | undefined {
  for (const element of elementsOf(screen)) {
    if (tags.includes(element.tag) && fits(named, nameOf(element))) return element;
  }
  return undefined;
}

const seen = (look: () => boolean) => (): true | undefined => look() || undefined;

function findButton(screen: Drawn, button: Words, group?: string): Drawn | undefined {
  const place = group === undefined ? screen : find(screen, ["view"], group);
  return place && find(place, ["button"], button);
}

/** A picker is called by what is drawn in it: its title, a comma, what is chosen. */
function findPicker(screen: Drawn, title: string): Drawn | undefined {
  for (const element of elementsOf(screen)) {
    if (element.tag !== "picker") continue;
    for (const inner of elementsOf(element)) {
      if (nameOf(inner).startsWith(`${title}，`)) return element;
    }
  }
  return undefined;
}

export function openMiniprogram(world: World): Phone {
  const templates = readTemplates(readFileSync(join(folder, "base.wxml"), "utf8"));
  const changes = new EventEmitter();
  const { wx, setNetwork, tap } = wechatOn(world);
  const pages = startPages(folder, wx, () => changes.emit("changed"));
  const screen = () => screenOf(pages.top(), templates);
  const text = () => textOf(screen()).trim();

  async function until<Found>(look: () => Found | undefined, what: string): Promise<Found> {
    const signal = AbortSignal.timeout(patienceMs);
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await once(changes, "changed", { signal }).catch(() => {
        throw new Error(`${what} did not come; ${pages.top().route} shows:\n${text()}`);
      });
    }
  }
  function send(element: Drawn, type: string, detail: object = {}): void {
    if (!element.listens.has(type))
      throw new Error(`WeChat tells nobody of ${type} at ${element.tag}`);
    const target = { id: element.id, dataset: { sid: element.id } };
    const event = { type, timeStamp: 0, target, currentTarget: target, detail };
    const hand = () => call(pages.top().instance, "eh", event);
    if (type === "tap") tap(hand);
    else hand();
  }
  return {
    async press(button, group) {
      const ready = () => {
        const found = findButton(screen(), button, group);
        return found?.attributes.disabled ? undefined : found;
      };
      const pressed = await until(ready, `the button ${button}`);
      send(pressed, "tap");
      const isChosen = () =>
        findButton(screen(), button, group)?.attributes["aria-checked"] === true;
      if (pressed.attributes["aria-role"] === "radio")
        await until(seen(isChosen), `${button} chosen`);
    },
    async type(box, typed) {
      const look = () => find(screen(), ["input", "textarea"], box);
      const element = await until(look, `the box ${box}`);
      send(element, "focus", { value: element.attributes.value });
      send(element, "input", { value: typed, cursor: typed.length });
      await until(
        seen(() => look()?.attributes.value === typed),
        `${typed} in the box ${box}`,
      );
      send(element, "blur", { value: typed });
    },
    async pick(box, option) {
      const picker = await until(() => findPicker(screen(), box), `the list ${box}`);
      const range = picker.attributes.range as readonly string[];
      const at = range.findIndex((title) => fits(option, title));
      const title = range[at];
      if (title === undefined) throw new Error(`${box} offers no ${option}: ${range.join(" ")}`);
      send(picker, "change", { value: String(at) });
      const isPicked = () => textOf(findPicker(screen(), box) ?? "").trim() === title;
      await until(seen(isPicked), `${title} picked`);
    },
    tab(title) {
      const tab = pages.tabs.find((one) => one.text === title);
      if (!tab) throw new Error(`there is no tab ${title}`);
      pages.switchTab(tab.pagePath);
    },
    async shows(words) {
      await until(
        seen(() => text().includes(words)),
        words,
      );
    },
    text,
    network: setNetwork,
    close: pages.end,
  };
}
