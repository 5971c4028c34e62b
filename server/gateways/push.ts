// Push gateway (推送网关): Web Push to the services an operator trusts, sealed for the one device (RFC 8030, 8291, 8292).
import { createECDH } from "node:crypto";
import type { Keyring } from "@niangjia/foundation/keys";
import {
  type Message,
  type MessageGateway,
  type PushDoor,
  type Subscription,
  Undeliverable,
} from "@niangjia/foundation/notices";
import webPush from "web-push";
import { publicAddress } from "../address.ts";
import type { Config } from "../config.ts";
import { kept } from "./messages.ts";
import { type Post, postOutside } from "./push-post.ts";
import { isAtHost, knownHosts } from "./push-settings.ts";

export interface PushGateway extends MessageGateway, PushDoor {}

export interface PushOptions {
  readonly hosts: readonly string[];
  /** Whom a push service may write to: the public address of the house. */
  readonly subject: string;
  readonly keys: Pick<Keyring, "derive">;
  readonly post?: Post;
}

const daySeconds = 86_400;
const titleCharacters = 60;

/** The same for as long as the key file lives, so that subscriptions hold. */
function pairOf(keys: PushOptions["keys"]): { publicKey: string; privateKey: string } {
  const secret = keys.derive("push.vapid");
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(secret);
  return { publicKey: pair.getPublicKey("base64url"), privateKey: secret.toString("base64url") };
}

/** What the service worker shows: nothing that is not fit for a locked screen. */
const payloadOf = ({ id, title, link }: Message): string =>
  JSON.stringify({
    id,
    title: Array.from(title ?? "")
      .slice(0, titleCharacters)
      .join(""),
    link,
  });

function receiptOf(status: number): string {
  if (status >= 200 && status < 300) return `push-${status}`;
  if (status === 404 || status === 410) throw new Undeliverable("gone", String(status));
  if (status === 429 || status >= 500) throw new Error(`the push service answered ${status}`);
  throw new Undeliverable("refused", String(status));
}

/** Throws Undeliverable for a device that is gone or an address the operator does not trust (any more). */
export function pushGateway({ hosts, subject, keys, post = postOutside() }: PushOptions) {
  const pair = pairOf(keys);
  const accepts = (endpoint: string): boolean => isAtHost(endpoint, hosts);
  const gateway: PushGateway = {
    publicKey: pair.publicKey,
    accepts,
    async send(message) {
      const subscription = JSON.parse(message.to) as Subscription;
      if (!accepts(subscription.endpoint)) throw new Undeliverable("bad-address");
      const details = webPush.generateRequestDetails(subscription, payloadOf(message), {
        vapidDetails: { subject, ...pair },
        TTL: daySeconds,
      });
      return receiptOf(await post(details));
    },
  };
  return gateway;
}

/** The operator's services; in a demo the known ones, to which nothing is sent; else none. */
export function housePush(config: Config, keys: Keyring): PushGateway | undefined {
  const subject = publicAddress(config);
  if (config.pushHosts) return pushGateway({ hosts: config.pushHosts, subject, keys });
  return config.demo
    ? { ...pushGateway({ hosts: knownHosts, subject, keys }), ...kept }
    : undefined;
}
