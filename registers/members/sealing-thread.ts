// The sealing thread (加密线程): answers each list of what is to be sealed with its seals, packed, in order.
import { parentPort, workerData } from "node:worker_threads";
import { createKeyring } from "@niangjia/foundation/keys";
import { pack } from "./packed.ts";
import { seal, type ToSeal } from "./seals.ts";

const keys = createKeyring({ file: workerData as string, mustExist: true });

parentPort!.on("message", (people: readonly ToSeal[]) => {
  const packed = pack(people.map((one) => seal(keys, one)));
  parentPort!.postMessage(packed, [packed.bytes.buffer, packed.ends.buffer]);
});
