// Places of a case (所涉工会): the unions it speaks of, held where they are, and seats that stay true
// when a union moves.
import {
  type Action,
  type CaseState,
  type Level,
  type Lineage,
  levels,
  type Seat,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { ancestorsOf, type OrgPath } from "@niangjia/foundation/orgpath";
import { holdUnion, type Union, unionsByIds, unionsByPaths } from "../organisations/index.ts";

export interface Places {
  /** The union the case is filed at. */
  readonly union: Union;
  /** By first word of a path expression: the union named, with those above it, nearest first. */
  readonly lineages: Readonly<Record<string, Lineage>>;
  /** Every union of these lines. */
  readonly unions: readonly Union[];
}

const isLevel = (level: string): level is Level => level in levels;

/**
 * The unions of a case by first word of a path expression, kept from moving until the act ends:
 * rows written now bear their paths. `union` is the one it is filed at. Refuses an id that is no
 * union's.
 */
export async function holdPlaces(
  act: Act,
  ids: Readonly<Record<string, string>> & { readonly union: string },
): Promise<Places> {
  const held = new Map<string, Union>();
  await asHouse(act, async (house) => {
    for (const id of new Set(Object.values(ids))) held.set(id, await holdUnion(house, id));
  });
  const above = await unionsByPaths(
    act,
    [...held.values()].flatMap(({ path }) => ancestorsOf(path)),
  );
  const lineOf = (id: string): Union[] => {
    const union = held.get(id)!;
    return [
      union,
      ...ancestorsOf(union.path)
        .flatMap((path) => above.get(path) ?? [])
        .reverse(),
    ];
  };
  const lineages = Object.entries(ids).map(([word, id]) => [word, lineOf(id).map(lineageStep)]);
  return {
    union: held.get(ids.union)!,
    lineages: Object.fromEntries(lineages),
    unions: [...held.values(), ...above.values()],
  };
}

const lineageStep = ({ path, level }: Union): Lineage[number] => ({
  orgPath: path,
  level: isLevel(level) ? level : null,
});

type Rename = (place: string) => string;

const reseat =
  (rename: Rename) =>
  <S extends Seat>(seat: S): S => ({ ...seat, orgPath: rename(seat.orgPath) as OrgPath });

function renameState(state: CaseState, rename: Rename): CaseState {
  const seat = reseat(rename);
  const tokens = state.tokens.map((token) => ({ ...token, copied: token.copied.map(seat) }));
  return { ...state, tokens, tasks: state.tasks.map(seat) };
}

/** An action with its seats named anew. */
function renameAction(action: Action, rename: Rename): Action {
  const seat = reseat(rename);
  const { change } = action;
  const entered = change.entered.map((token) => ({ ...token, copied: token.copied.map(seat) }));
  return { ...action, change: { ...change, entered, opened: change.opened.map(seat) } };
}

/**
 * Stored states and actions name the union of a seat by its id, where the engine has its path.
 * Between the two stands this: a case must not lose its tasks because a union was hung elsewhere.
 */
export class Seating {
  readonly #paths = new Map<string, OrgPath>();
  readonly #ids = new Map<string, string>();

  add(unions: Iterable<Union>): void {
    for (const { id, path } of unions) {
      this.#paths.set(id, path);
      this.#ids.set(path, id);
    }
  }

  readonly #idOf = (path: string): string => {
    const id = this.#ids.get(path);
    if (id === undefined) throw new Error(`a seat at ${path}, where no union of this case is`);
    return id;
  };

  readonly #pathOf = (id: string): OrgPath => {
    const path = this.#paths.get(id);
    if (path === undefined) throw new Error(`a seat at union ${id}, which is not on file`);
    return path;
  };

  stored = (state: CaseState): CaseState => renameState(state, this.#idOf);
  storedAction = (action: Action): Action => renameAction(action, this.#idOf);
  live = (state: CaseState): CaseState => renameState(state, this.#pathOf);
}

/** Makes a stored state live: every seat at the path its union has at this moment. */
export async function seat(
  act: Act,
  stored: CaseState,
): Promise<{ state: CaseState; seating: Seating }> {
  const seats = [...stored.tasks, ...stored.tokens.flatMap(({ copied }) => copied)];
  const unions = await unionsByIds(
    act,
    seats.map(({ orgPath }) => orgPath),
  );
  const seating = new Seating();
  seating.add(unions.values());
  return { state: seating.live(stored), seating };
}
