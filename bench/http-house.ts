// The house under load (被测服务): listens in a process of its own, as `npm start` does, and tells its parent the port.
import { createKeyring } from "@niangjia/foundation/keys";
import { createLog } from "@niangjia/foundation/log";
import { openHouse } from "../server/app.ts";
import { rooms } from "../server/rooms.ts";
import { listening } from "./child.ts";

const [databaseUrl = "", keyFile = "", vaultFolder = ""] = process.argv.slice(2);

const house = await openHouse({
  databaseUrl,
  keys: createKeyring({ file: keyFile, mustExist: true }),
  vaultFolder,
  rooms,
  messages: {
    send() {
      throw new Error("nobody is written to here");
    },
  },
  log: createLog("warn"),
  version: "bench",
  // One account makes all the calls; they are counted as ever, only not refused.
  callsAMinute: 1_000_000_000,
});
await house.app.listen({ port: 0, host: "127.0.0.1" });
listening(house.app.server);
