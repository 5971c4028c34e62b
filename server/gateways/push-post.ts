// Posting to push services (推送出口): by https, to addresses of the public internet only, following nobody elsewhere.
import { lookup as resolve } from "node:dns";
import { type RequestOptions, request } from "node:https";
import { BlockList, isIPv6, type LookupFunction } from "node:net";
import type { RequestDetails } from "web-push";

/** Sends one request and answers the status, throws when nobody answered. */
export type Post = (details: RequestDetails) => Promise<number>;

const patienceMs = 10_000;

/** IANA special-purpose registries: this machine, inside networks, documentation, multicast. */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  notPublic.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const) {
  notPublic.addSubnet(network, prefix, "ipv6");
}
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

export const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? global.check(address, "ipv6") && !notPublic.check(address, "ipv6")
    : !notPublic.check(address, "ipv4");

/** Finds a host as the system does and leaves out what is not public: at the moment of connecting, so that no name changes after. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, "");
    const open = found.filter(({ address }) => isPublic(address));
    const [first] = open;
    if (!first) return callback(new Error("the push service has no public address"), "");
    if (options.all) return callback(null, open);
    callback(null, first.address, first.family);
  });
};

/** `options` are for tests, which have no public address. */
export const postOutside =
  (options: RequestOptions = {}): Post =>
  ({ endpoint, headers, body }) =>
    new Promise((answer, reject) => {
      const signal = AbortSignal.timeout(patienceMs);
      const asked = { method: "POST", headers, lookup: publicLookup, signal, ...options };
      request(endpoint, asked, (response) => {
        response.resume();
        answer(response.statusCode ?? 0);
      })
        .on("error", reject)
        .end(body);
    });
