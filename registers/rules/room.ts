// A room with numbers (有规定数值的业务室): its parameters, taken up so that federations may set what is theirs to set.
import type { ParametersOn } from "@niangjia/engine/policy";
import type { AccountsOfSamePerson } from "@niangjia/foundation/access";
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

/** Whose numbers there are to set, and who is the same person as another. */
export interface Ruled {
  readonly rooms: RuledRooms;
  readonly accountsOfSamePerson: AccountsOfSamePerson;
}

export const ruledRoomsOf = (rooms: readonly RuledRoom[]): RuledRooms =>
  new Map(
    rooms.flatMap(({ title, parameters }) =>
      parameters ? [[parameters.room, { title, parameters }]] : [],
    ),
  );
