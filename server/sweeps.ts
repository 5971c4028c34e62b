// Sweeps by hand (立即运行定时任务): what the clock would do tonight, done now; after the demo was loaded and for operators.

import type { House } from "./app.ts";
import { rooms } from "./rooms.ts";

/** Settles what waits and runs every sweep once, in the order of the rooms. */
export async function sweepsNow(house: Pick<House, "worker">): Promise<void> {
  await house.worker.settle();
  for (const sweep of rooms.flatMap((room) => room.sweeps ?? [])) await house.worker.sweep(sweep);
}
