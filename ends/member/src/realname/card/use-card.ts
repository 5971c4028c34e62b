// My card (我的会员卡): as the house told it last, the house's time, and the key this phone shows it with.
import { clockOffset } from "@niangjia/foundation/presentation";
import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import { post, type Read, readAt } from "../../client/api.ts";
import { Problem } from "../../client/problem.ts";
import { era, recall, remember } from "../../client/seen.ts";
import { sessionEnded } from "../../client/session-ended.ts";
import { useCommand } from "../../client/use-command.ts";
import { findCardKey, makeCardKey } from "../../device/card-key.ts";
import { readStored, store } from "../../device/storage.ts";
import { toBytes, toText } from "./bytes.ts";
import type { CardKey } from "./key.ts";

export type Own = Read<"/api/card">;
type Card = NonNullable<Own["card"]>;

const address = "/api/card";
const offsetName = "setting:clock-offset";

/** How far this phone's clock was off when it last spoke with the house, in milliseconds. */
export const offsetNow = (): number => Number(readStored(offsetName) ?? 0);

async function read(): Promise<Own> {
  const sentAt = new Date();
  const own = await readAt<Own>(address);
  const offset = clockOffset(new Date(own.now), { sentAt, receivedAt: new Date() });
  store(offsetName, String(Math.round(offset)));
  return own;
}

/** Whether a card was drawn with this key. */
export const isOf = ({ device }: Card, { x }: CardKey): boolean =>
  device !== null && toText(toBytes(device).slice(1)) === x;

const soonMs = 50 * 86_400_000;

/** The house renews a card for its own phone in its last two months. */
const endsSoon = ({ expiresAt }: Card): boolean =>
  expiresAt !== null && Date.parse(expiresAt) - (Date.now() + offsetNow()) < soonMs;

/** Undefined while it is looked for, null where there is none. */
function useCardKey(accountId: string | undefined) {
  const [key, setKey] = useState<CardKey | null>();
  useEffect(() => {
    if (accountId === undefined) return;
    findCardKey(accountId).then(
      (found) => setKey(found ?? null),
      () => setKey(null),
    );
  }, [accountId]);
  return [key, setKey] as const;
}

export function useCard(accountId: string | undefined) {
  const [own, setOwn] = useState(() => recall(address)?.body as Own | undefined);
  const [problem, setProblem] = useState<Problem>();
  const [key, setKey] = useCardKey(accountId);
  const look = useCallback(() => {
    const since = era();
    read().then(
      (fresh) => {
        if (since !== era()) return;
        remember(address, fresh);
        setOwn(fresh);
        setProblem(undefined);
      },
      (failure: unknown) => {
        if (!(failure instanceof Problem)) throw failure;
        if (since !== era()) return;
        if (failure.status === 401) sessionEnded(since);
        setProblem(failure);
      },
    );
  }, []);
  useEffect(look, [look]);
  useDidShow(look);
  const asked = useRef(false);
  useEffect(() => {
    const card = own?.card;
    if (asked.current || !card || !key || !isOf(card, key) || !endsSoon(card)) return;
    asked.current = true;
    // Where it fails, the card still shows, and the next visit asks again.
    post(address, { body: { device: { x: key.x, y: key.y } } }).then(look, () => undefined);
  }, [own, key, look]);
  const drawing = useCommand(async (who: string, idempotency) => {
    const used = key ?? (await makeCardKey(who));
    setKey(used);
    const { x, y } = used;
    return post(address, { key: idempotency, body: { device: { x, y } } });
  }, look);
  return { own, problem, phoneKey: key, look, drawing };
}
