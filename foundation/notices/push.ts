// Push (手机推送): devices of mine that are told at once; the browser's own service carries it, sealed (RFC 8030, 8291, 8292).
import { createHash, ECDH } from "node:crypto";
import type { z } from "zod";
import type { Act } from "../act.ts";
import { asHouse } from "../elevate.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { type Route, route } from "../http/route.ts";
import { newId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { push, pushRefusals, startPush, stopPush, type subscription } from "./push-contract.ts";
import {
  deleteDevice,
  devicesOf,
  findSubscription,
  keepNewest,
  replaceDevice,
} from "./push-store.ts";

/** What a gateway of push lets the ends know and bring. */
export interface PushDoor {
  /** The house's own key of P-256, uncompressed, in base64url: what a browser subscribes for. */
  readonly publicKey: string;
  /** Whether an address belongs to a push service that the operator trusts. */
  accepts(endpoint: string): boolean;
}

export type Subscription = z.output<typeof subscription>;

const devicesAtMost = 10;
const sealedAs = (id: string) => ({ field: "push.subscription", row: id });

const self = ({ actor: { accountId, sessionId } }: Act) => {
  if (accountId === null || sessionId === null) throw new Error("a device is told in a session");
  return { accountId, sessionId };
};

/** A point of another curve would make every message to this device fail. */
function isPoint(p256dh: string): boolean {
  try {
    return ECDH.convertKey(p256dh, "prime256v1", "base64url").length > 0;
  } catch {
    return false;
  }
}

const settingsAt =
  (door: PushDoor | undefined) =>
  async (act: Act): Promise<Answer<typeof push>> => {
    const { accountId, sessionId } = self(act);
    const rows = await devicesOf(act, accountId);
    const devices = rows.map(({ id, device, at, sessionId: of }) => ({
      ...{ id, device, at: at.toISOString(), current: of === sessionId },
    }));
    return { publicKey: door?.publicKey ?? null, devices };
  };

const startAt =
  (door: PushDoor | undefined) =>
  async (act: Act, { body, device }: Asked<typeof startPush>): Promise<{ id: string }> => {
    if (!door) throw refuse(pushRefusals.off);
    if (!door.accepts(body.endpoint)) throw refuse(pushRefusals.unknownService);
    if (!isPoint(body.keys.p256dh)) throw refuse(pushRefusals.unreadable);
    const { accountId, sessionId } = self(act);
    const id = newId(act.now);
    const subscriptionCipher = act.keys.encrypt(sealedAs(id), JSON.stringify(body));
    const endpointHash = createHash("sha256").update(body.endpoint).digest();
    await asHouse(act, async (house) => {
      const row = { id, accountId, sessionId, endpointHash, subscriptionCipher, device };
      await replaceDevice(house, row);
      await keepNewest(house, accountId, devicesAtMost);
    });
    return { id };
  };

async function stop(act: Act, { body }: Asked<typeof stopPush>): Promise<{ stopped: number }> {
  return { stopped: await deleteDevice(act, body.id) };
}

/** Where a device is reached, as JSON of a `Subscription`; undefined when it is told no more. */
export async function reachOf(house: Act, deviceId: string): Promise<string | undefined> {
  const cipher = await findSubscription(house, deviceId);
  return cipher && house.keys.decrypt(sealedAs(deviceId), cipher);
}

/** Routes of push; without a door nobody can turn it on, and who asks is told so. */
export const pushRoutes = (door?: PushDoor): readonly Route[] => [
  route(push, { may: "signed-in", run: settingsAt(door) }),
  route(startPush, { may: "signed-in", run: startAt(door), callsAMinute: 20 }),
  route(stopPush, { may: "signed-in", run: stop }),
];
