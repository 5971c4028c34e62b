// The house in a process of its own (被测系统), opened on a benchmark's ground as `npm start` opens it on its own.
import { join } from "node:path";
import { createKeyring } from "@niangjia/foundation/keys";
import { createLog } from "@niangjia/foundation/log";
import { type House, openHouse } from "../server/app.ts";
import { rooms as houseRooms } from "../server/rooms.ts";

/** `url` and `folder` are the ground's. */
export function houseOn(url: string, folder: string, rooms = houseRooms): Promise<House> {
  return openHouse({
    databaseUrl: url,
    keys: createKeyring({ file: join(folder, "keys.json"), mustExist: true }),
    vaultFolder: join(folder, "files"),
    rooms,
    // The demo federation has news for its people; none of it leaves the ground.
    messages: { send: async () => "bench" },
    log: createLog("warn"),
    version: "bench",
    // One account makes all the calls: they are counted as ever, only none is refused.
    callsAMinute: 1_000_000_000,
  });
}
