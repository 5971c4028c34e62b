// The sealing thread (加密线程): answers each list of what is to be sealed with its seals, in order.
import { parentPort, workerData } from "node:worker_threads";
import { createKeyring } from "@niangjia/foundation/keys";
import { seal, type ToSeal } from "./seals.ts";

const keys = createKeyring({ file: workerData as string, mustExist: true });

parentPort!.on("message", (people: readonly ToSeal[]) => {
  parentPort!.postMessage(people.map((one) => seal(keys, one)));
});
