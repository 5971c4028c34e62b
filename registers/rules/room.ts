// A room with numbers (有规定数值的业务室): its parameters, taken up so that federations may set what is theirs to set.
import type { ParametersOn } from "@niangjia/engine/policy";
import type { Room } from "@niangjia/foundation/room";

export interface RuledRoom extends Room {
  /** What its `parameters.yaml` says. */
  readonly parameters?: ParametersOn;
}

/** Rooms by the folder their numbers lie in. */
export type RuledRooms = ReadonlyMap<
  string,
  { readonly title: string; readonly parameters: ParametersOn }
>;

export const ruledRoomsOf = (rooms: readonly RuledRoom[]): RuledRooms =>
  new Map(
    rooms.flatMap(({ title, parameters }) =>
      parameters ? [[parameters.room, { title, parameters }]] : [],
    ),
  );
