// A line to the database (数据库连线), for tests: it can be cut at any one statement, before it arrives or after.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type When = "before" | "after";

/** A message on its way, and the two ends of the line it is on. */
interface Passing {
  readonly near: Socket;
  readonly far: Socket;
  readonly message: Buffer;
}

/** Stands between a house and its database by TCP; nothing is cut until it is armed. */
export class Line {
  readonly #server = createServer((near) => this.#join(near));
  readonly #sockets = new Set<Socket>();
  #port = 0;
  #left = Number.POSITIVE_INFINITY;
  #when: When = "before";
  #over: Promise<unknown> | undefined;

  /** Answers the address to use in place of this one; by TCP, also where the database listens in a folder. */
  async stand(url: string): Promise<string> {
    const address = new URL(url);
    this.#port = Number(address.port);
    address.search = "";
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    address.port = String((this.#server.address() as { port: number }).port);
    return address.href;
  }

  /** Cuts at the nth statement from now on, once. */
  arm(nth: number, when: When): void {
    this.#left = nth;
    this.#when = when;
    this.#over = undefined;
  }

  /** Cuts nothing more. True when a cut was made; the database has then done with what had arrived. */
  async disarm(): Promise<boolean> {
    this.#left = Number.POSITIVE_INFINITY;
    await this.#over;
    return this.#over !== undefined;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(near: Socket): void {
    const far = connect(this.#port, "127.0.0.1");
    let rest = Buffer.alloc(0);
    let greeted = false;
    let cut = false;
    for (const socket of [near, far]) {
      socket.setNoDelay();
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => this.#sockets.delete(socket));
    }
    far.pipe(near);
    near.on("close", () => cut || far.destroy());
    near.on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (let size = sizeOf(rest, greeted); size && !cut; size = sizeOf(rest, greeted)) {
        const message = rest.subarray(0, size);
        rest = rest.subarray(size);
        cut = greeted && this.#cuts(message);
        greeted = true;
        if (cut) this.#over = this.#cut({ near, far, message });
        else far.write(message);
      }
    });
  }

  /** Execute is sent once for each statement. */
  #cuts(message: Buffer): boolean {
    if (message[0] !== "E".charCodeAt(0)) return false;
    this.#left -= 1;
    return this.#left === 0;
  }

  /**
   * A statement that arrives is one whose end arrives too: a sync makes the database take it up. It hangs up when it is
   * done, and not before.
   */
  #cut({ near, far, message }: Passing): Promise<unknown> {
    far.unpipe(near);
    far.resume();
    near.destroy();
    far.end(this.#when === "after" ? Buffer.concat([message, sync]) : "");
    return new Promise((done) => far.on("close", done));
  }
}

const sync = Buffer.from([83, 0, 0, 0, 4]);

/** Length of the first message; undefined while it has not come whole. The greeting has no letter. */
function sizeOf(bytes: Buffer, greeted: boolean): number | undefined {
  const head = greeted ? 1 : 0;
  if (bytes.length < head + 4) return undefined;
  const size = head + bytes.readInt32BE(head);
  return bytes.length >= size ? size : undefined;
}
