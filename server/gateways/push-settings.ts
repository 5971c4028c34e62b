// Settings of push (推送设置): the push services the house may send to, named by their hosts.
import { z } from "zod";

const host = /^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/;

/** Hosts behind the browsers' own addresses: for a demo, which sends nothing. */
export const knownHosts = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  "*.push.apple.com",
  "*.notify.windows.com",
] as const;

export const pushVariable = z
  .string()
  .transform((text) => text.split(",").map((one) => one.trim().toLowerCase()))
  .refine(
    (hosts) => hosts.every((one) => host.test(one)),
    "请写成 fcm.googleapis.com,*.push.apple.com 的样子：推送服务的域名，用逗号隔开",
  );

/** Throws where push is wanted and people do not come by https: no browser would offer it. */
export function pushHosts(
  hosts: readonly string[] | undefined,
  address: string | undefined,
): readonly string[] | undefined {
  if (hosts && !address?.startsWith("https:")) {
    throw new Error(
      "配置有误 / wrong settings: 设置 NIANGJIA_PUSH_HOSTS（手机推送）时，NIANGJIA_ADDRESS 要设为公众打开本系统的 https 网址",
    );
  }
  return hosts;
}

/** Whether an address is of one of these services: by https, at its usual port, without a name and password. */
export function isAtHost(endpoint: string, hosts: readonly string[]): boolean {
  const { protocol, port, username, password, hostname } = new URL(endpoint);
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return false;
  return hosts.some((one) =>
    one.startsWith("*.") ? hostname.endsWith(one.slice(1)) : hostname === one,
  );
}
