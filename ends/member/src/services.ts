// Services (服务): what may be started, found by words, pinyin or initials, and gathered by life event.
import type { Read } from "./client/api.ts";
import type { Place } from "./pages.ts";

export type Functions = Read<"/api/cases/functions">["groups"];
export type Service = Functions[number]["functions"][number];

/** Applying to a union, and by the code of a poster. */
export const joining = "membership.join";
export const scanning = "joining.scan";

/** Where a service begins: at its form, or at the code that fills the form. */
export const startOf = (id: string): Place =>
  id === scanning ? { page: "scan", values: {} } : { page: "fill", values: { id } };

/** Rooms by what happens in a life; a room that is not named stands under its own title. */
const lifeEvents: readonly { readonly title: string; readonly rooms: readonly string[] }[] = [
  { title: "入会和会籍", rooms: ["membership", "joining", "card"] },
  { title: "单位建会", rooms: ["organisations", "founding", "elections"] },
  { title: "单位的事", rooms: ["proposals"] },
  { title: "遇到难处", rooms: ["needy", "aid", "mutual-aid", "legal-aid", "mediation"] },
  {
    title: "找活干、学本事",
    rooms: ["jobs", "recruitment", "training", "competitions", "craftsmen"],
  },
  { title: "好生活", rooms: ["coupons", "mall", "stations", "events", "wellbeing"] },
];

export interface LifeEvent {
  readonly title: string;
  readonly services: readonly Service[];
}

export function byLifeEvent(groups: Functions): readonly LifeEvent[] {
  const named = new Set(lifeEvents.flatMap(({ rooms }) => rooms));
  const servicesOf = (rooms: readonly string[]) =>
    groups.filter(({ room }) => rooms.includes(room)).flatMap(({ functions }) => functions);
  const others = groups.filter(({ room }) => !named.has(room));
  return [
    ...lifeEvents.map(({ title, rooms }) => ({ title, services: servicesOf(rooms) })),
    ...others.map(({ title, functions }) => ({ title, services: functions })),
  ].filter(({ services }) => services.length > 0);
}

/** What would be refused now does not stand among what may be done. */
export const openOnly = (groups: Functions): Functions =>
  groups.map((group) => ({
    ...group,
    functions: group.functions.filter(({ closed }) => !closed),
  }));

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

/** A title that begins so comes before one that holds it, and both before one found by other words. */
function rankOf({ title, words }: Service, wanted: string): number {
  const name = plain(title);
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  const known = words.map(plain);
  if (known.some((word) => word.startsWith(wanted))) return 2;
  return known.some((word) => word.includes(wanted)) ? 3 : 4;
}

/** Services by title, pinyin, initials, or a worker's own words, the nearest first. Nothing typed finds nothing. */
export function searchServices(groups: Functions, typed: string): readonly Service[] {
  const wanted = plain(typed);
  if (wanted === "") return [];
  return groups
    .flatMap(({ functions }) => functions)
    .map((service) => ({ service, rank: rankOf(service, wanted) }))
    .filter(({ rank }) => rank < 4)
    .sort((one, other) => one.rank - other.rank)
    .map(({ service }) => service);
}
