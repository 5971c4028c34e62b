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
import { rolesHeldAt } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { ancestorsOf, type OrgPath } from "@niangjia/foundation/orgpath";
import {
  holdUnion,
  successorsByIds,
  type Union,
  unionsByIds,
  unionsByPaths,
} from "../organisations/index.ts";

export interface Places {
  /** The union the case is filed at. */
  readonly union: Union;
  /** By first word of a path expression: the union named, with those above it, nearest first. */
  readonly lineages: Readonly<Record<string, Lineage>>;
  /** Every union of these lines. */
  readonly unions: readonly Union[];
}

const isLevel = (level: string): level is Level => level in levels;

/** Unions by first word of a path expression. */
type Roots = Readonly<Record<string, string>> & { readonly union: string };

/**
 * The unions of a case by first word of a path expression, kept from moving until the act ends:
 * rows written now bear their paths. `union` is the one it is filed at. Refuses an id that is no
 * union's.
 */
export async function holdPlaces(act: Act, ids: Roots): Promise<Places> {
  const held = new Map<string, Union>();
  await asHouse(act, async (house) => {
    for (const id of new Set(Object.values(ids))) held.set(id, await holdUnion(house, id));
  });
  return placesAt(act, ids, held);
}

/** As `holdPlaces`, for whoever only looks; undefined when one of them is not on file. */
export async function lookAtPlaces(act: Act, ids: Roots): Promise<Places | undefined> {
  const found = await unionsByIds(act, Object.values(ids));
  return Object.values(ids).every((id) => found.has(id)) ? placesAt(act, ids, found) : undefined;
}

async function placesAt(act: Act, ids: Roots, held: ReadonlyMap<string, Union>): Promise<Places> {
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
  const unions = [...held.values(), ...above.values()];
  const roles = await rolesHeldAt(
    act,
    unions.map(({ path }) => path),
  );
  const lineageStep = ({ path, level }: Union): Lineage[number] => ({
    orgPath: path,
    level: isLevel(level) ? level : null,
    held: roles.get(path) ?? [],
  });
  const lineages = Object.entries(ids).map(([word, id]) => [word, lineOf(id).map(lineageStep)]);
  return { union: held.get(ids.union)!, lineages: Object.fromEntries(lineages), unions };
}

type Rename = (place: string) => string;

interface Seated {
  readonly tokens?: CaseState["tokens"];
  readonly tasks?: CaseState["tasks"];
  readonly copies?: CaseState["copies"];
  readonly questions?: CaseState["questions"];
}

/** Whatever names a seat, with its union named anew. What is not there stays away. */
function renamed<S extends Seated>(state: S, rename: Rename): S {
  const seat = <T extends Seat>(of: T): T => ({ ...of, orgPath: rename(of.orgPath) as OrgPath });
  const { tokens, tasks, copies, questions } = state;
  return {
    ...state,
    ...(tokens && {
      tokens: tokens.map((token) => ({ ...token, copied: token.copied.map(seat) })),
    }),
    ...(tasks && {
      tasks: tasks.map((task) => ({
        ...seat(task),
        ...(task.holder && { holder: seat(task.holder) }),
      })),
    }),
    ...(copies && {
      copies: copies.map((copy) => ({ ...seat(copy), ...(copy.to && { to: seat(copy.to) }) })),
    }),
    ...(questions && {
      questions: questions.map((one) => ({ ...one, to: one.to && seat(one.to) })),
    }),
  };
}

function renamedAction(action: Action, rename: Rename): Action {
  const { patch, parties } = action;
  const seat = <T extends Seat>(of: T): T => ({ ...of, orgPath: rename(of.orgPath) as OrgPath });
  return {
    ...action,
    ...(parties && { parties: parties.map(seat) }),
    patch: renamed(patch, rename),
  };
}

/** Every seat a stored state names, by what it calls its union. */
const seatsIn = ({ tokens, tasks, copies = [], questions = [] }: CaseState): Seat[] => [
  ...tokens.flatMap(({ copied }) => copied),
  ...tasks.flatMap(({ holder, ...task }) => (holder ? [task, holder] : [task])),
  ...copies.flatMap(({ to, ...copy }) => (to ? [copy, to] : [copy])),
  ...questions.flatMap(({ to }) => to ?? []),
];

/**
 * Stored states and actions name the union of a seat by its id, where the engine has its path.
 * Between the two stands this: a case must not lose its tasks because a union was hung elsewhere.
 */
export class Seating {
  readonly #paths = new Map<string, OrgPath>();
  readonly #ids = new Map<string, string>();

  add(unions: Iterable<Pick<Union, "id" | "path">>): void {
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

  stored = (state: CaseState): CaseState => renamed(state, this.#idOf);
  storedAction = (action: Action): Action => renamedAction(action, this.#idOf);
  live = (state: CaseState): CaseState => renamed(state, this.#pathOf);
}

/**
 * Makes a stored state live: every seat at the path its union has at this moment, or at that of the
 * union which took up what it left.
 */
export async function seat(
  act: Act,
  stored: CaseState,
): Promise<{ state: CaseState; seating: Seating }> {
  const places = await successorsByIds(
    act,
    seatsIn(stored).map(({ orgPath }) => orgPath),
  );
  const seating = new Seating();
  seating.add([...places].map(([id, { path }]) => ({ id, path })));
  // Last, so that what is stored from now on names the union that lives.
  seating.add(places.values());
  return { state: seating.live(stored), seating };
}
