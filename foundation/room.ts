// Room (业务室): what one class of the catalogue, or one register, plugs into the server.
import type { May, Route } from "./http/route.ts";
import type { LongJob, Reaction, Sweep } from "./worker/work.ts";

/** One function of the catalogue, as menus and the map show it. */
export interface RoomFunction {
  /** As in the catalogue, such as `roster.import`. */
  readonly id: string;
  readonly title: string;
  readonly may: May;
}

export interface Room {
  /** The room's word, such as `roster`. */
  readonly word: string;
  readonly title: string;
  /** `realname`, `grassroots`, …; registers and the foundation's own rooms have none. */
  readonly platform?: string;
  readonly functions?: readonly RoomFunction[];
  readonly routes?: readonly Route[];
  readonly reactions?: readonly Reaction[];
  readonly longJobs?: readonly LongJob[];
  readonly sweeps?: readonly Sweep[];
}
