// Ports of this machine (端口): one that is free, or a refusal that says what to do.
import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Below the range from which systems take ports for outgoing connections, so that a remembered one
 * stays free.
 */
const FIRST = 20_000;
const LAST = 29_999;

export function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST + 1);
    if (await isFree(port)) return port;
  }
}

export async function requireFree(port: number): Promise<number> {
  if (await isFree(port)) return port;
  throw portTaken(port);
}

export function portTaken(port: number): Error {
  return new Error(
    `数据库端口 ${port} 已被别的程序占用。请关闭占用它的程序，或换一个端口，或不指定端口由系统自选。`,
  );
}
