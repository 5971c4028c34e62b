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
import { sendAsHouse } from "@niangjia/foundation/elevate";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { successorsByIds, type Union, refusals as unionRefusals } from "../organisations/index.ts";
import { holdStations, type Station, stationsOf } from "./places-store.ts";

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

/** Unions with all above them, by id. */
type Lines = ReadonlyMap<string, readonly Station[]>;

const linesBy = async (
  act: Act,
  ids: readonly string[],
  lineBy: (house: Act, id: string) => Promise<Station[]>,
): Promise<Lines> => {
  const wanted = [...new Set(ids)];
  const lines = await sendAsHouse(act, (house) =>
    Promise.all(wanted.map((id) => lineBy(house, id))),
  );
  return new Map(wanted.map((id, nth) => [id, lines[nth]!]));
};

/**
 * Unions with those above them, kept from moving until the act ends: rows written now bear their
 * paths. The line of an id that is no union's is empty.
 */
export const holdLines = (act: Act, ids: readonly string[]): Promise<Lines> =>
  linesBy(act, ids, holdStations);

/** The unions of a case, held. `union` is the one it is filed at. Refuses an id that is no union's. */
export const holdPlaces = async (act: Act, ids: Roots): Promise<Places> =>
  placesOf(ids, await holdLines(act, Object.values(ids)));

/** As `holdPlaces`, for whoever only looks; undefined when one of them is not on file. */
export async function lookAtPlaces(act: Act, ids: Roots): Promise<Places | undefined> {
  const lines = await linesBy(act, Object.values(ids), stationsOf);
  return [...lines.values()].every((line) => line.length > 0) ? placesOf(ids, lines) : undefined;
}

/** What lines say of the places of a case; undefined when it speaks of a union beside them. */
export function placesAmong(ids: Roots, lines: Lines): Places | undefined {
  return Object.values(ids).every((id) => lines.has(id)) ? placesOf(ids, lines) : undefined;
}

export function placesOf(ids: Roots, lines: Lines): Places {
  const lineOf = (id: string): readonly Station[] => {
    const line = lines.get(id) ?? [];
    if (line.length === 0) throw refuse(unionRefusals.notFound);
    return line;
  };
  const lineageOf = (id: string): Lineage =>
    lineOf(id)
      .toReversed()
      .map(({ path, level, holders }) => ({
        orgPath: path,
        level: isLevel(level) ? level : null,
        holders,
      }));
  return {
    union: lineOf(ids.union).at(-1)!,
    lineages: Object.fromEntries(Object.entries(ids).map(([word, id]) => [word, lineageOf(id)])),
    unions: [...lines.values()].flat(),
  };
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
 * union which took up what it left. Unions known already are not looked for again.
 */
export async function seat(
  act: Act,
  stored: CaseState,
  known: readonly Union[] = [],
): Promise<{ state: CaseState; seating: Seating }> {
  const seating = new Seating();
  const living = known.filter(({ state }) => state !== "closed");
  const at = new Set(living.map(({ id }) => id));
  const astray = seatsIn(stored).flatMap(({ orgPath: id }) => (at.has(id) ? [] : id));
  const places = await successorsByIds(act, astray);
  seating.add([...places].map(([id, { path }]) => ({ id, path })));
  // Last, so that what is stored from now on names the union that lives.
  seating.add([...places.values(), ...living]);
  return { state: seating.live(stored), seating };
}
