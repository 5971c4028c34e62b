// The list of numbers (数值清单): what a federation may set, what holds there today and why, what it set.
import {
  citationWords,
  type ParametersOn,
  type Settable,
  type SetValue,
  takeValue,
} from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer } from "@niangjia/foundation/http";
import { lineAbove, type Union } from "../organisations/index.ts";
import type { list as contract } from "./contract.ts";
import { setAt, setValueOf } from "./here.ts";
import type { Ruled } from "./room.ts";
import { federationOf, firstDay, ownAccounts } from "./set.ts";
import { type ValueRow, valuesAt } from "./store.ts";

type Row = Answer<typeof contract>["rows"][number];

const stateTitles = { proposed: "等人核准", agreed: "已核准", refused: "没有同意" } as const;

const unitWords = ({ unit }: Settable): string =>
  unit === "fen" ? "元" : takeValue(unit, 1).words.replace(/^\d+ /, "");

interface Place {
  readonly union: Union;
  /** Names of the federations above and of the union itself, by the division each is of. */
  readonly names: ReadonlyMap<string, string>;
}

async function placeOf(act: Act, union: Union): Promise<Place> {
  const line = [...(await lineAbove(act, union.path)), union];
  const names = line.map(({ division, name }) => [division.replace(/(00)+$/, ""), name] as const);
  return { union, names: new Map([["", "全国"], ...names]) };
}

/** Null when nothing is ruled for the place today. */
function nowOf(
  act: Act,
  { parameters, name }: { readonly parameters: ParametersOn; readonly name: string },
  { place, set }: { readonly place: Place; readonly set: readonly SetValue[] },
): Row["now"] {
  const { division } = place.union;
  const stated = parameters(dayOf(act.now), division, { set })[name]!;
  return {
    ...{ words: stated.words, fromDay: stated.from, note: stated.note ?? "" },
    place: place.names.get(stated.place) ?? stated.place,
    source: citationWords(stated.citation),
  };
}

interface Looking {
  /** The value that holds today. */
  readonly holds: ValueRow | undefined;
  /** Accounts of whoever looks. */
  readonly own: readonly string[];
}

function lineOf({ unit }: Settable, { holds, own }: Looking) {
  return (row: ValueRow): Row["values"][number] => ({
    ...{ number: row.number, words: takeValue(unit, row.value).words, fromDay: row.fromDay },
    source: citationWords(setValueOf(row).citation),
    ...{ state: row.state, stateTitle: stateTitles[row.state], current: row === holds },
    proposed: { who: row.proposedWords, at: row.proposedAt.toISOString() },
    decided: row.decidedAt
      ? { who: row.decidedWords ?? "", at: row.decidedAt.toISOString() }
      : null,
    mayDecide: row.state === "proposed" && !own.includes(row.proposedBy),
  });
}

/** Of the values a federation set the one that holds today. */
const holding = (act: Act, values: readonly ValueRow[]): ValueRow | undefined =>
  values
    .filter(({ state, fromDay }) => state === "agreed" && fromDay <= dayOf(act.now))
    .sort((one, other) => (one.fromDay < other.fromDay ? 1 : -1))[0];

export async function listRules(act: Act, ruled: Ruled): Promise<Answer<typeof contract>> {
  const union = await federationOf(act);
  const place = await placeOf(act, union);
  const all = await valuesAt(act, union.path);
  const own = await ownAccounts(act, ruled);
  const rows: Row[] = [];
  for (const [room, { title: roomTitle, parameters }] of ruled.rooms) {
    const set = await setAt(act, parameters, union.division);
    for (const settable of parameters.settable) {
      const { name, title, unit } = settable;
      const values = all.filter((row) => row.room === room && row.name === name);
      rows.push({
        ...{ room, roomTitle, name, title, unit: unitWords(settable), money: unit === "fen" },
        now: nowOf(act, { parameters, name }, { place, set }),
        values: values.map(lineOf(settable, { holds: holding(act, values), own })),
      });
    }
  }
  return { unionName: union.name, tomorrow: firstDay(act), rows };
}
