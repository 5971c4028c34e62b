// Reactions of founding (工会组建联动): a firm that has a living union now goes off the list of those without; the certificate
// of a union whose term was put off holds longer.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { lineageOf, rangeOf } from "@niangjia/foundation/orgpath";
import type { Reaction } from "@niangjia/foundation/worker";
import { factsOn, getUnion, unionsByPaths } from "@niangjia/registers/organisations";
import {
  type ExtendedEvent,
  names,
  type OpenedEvent,
  type RegisteredEvent,
} from "@niangjia/registers/organisations/events";
import { prolong } from "./certificate.ts";
import { firmsOf } from "./firm-store.ts";
import { takeOff } from "./target-store.ts";

async function noteUnion(act: Act, unionId: string): Promise<void> {
  const union = await getUnion(act, unionId);
  if (union.state !== "live") return;
  const today = dayOf(act.now);
  const { employer, employerUscc } = await factsOn(act, unionId, today);
  const others = await firmsOf(act, unionId);
  if (!employer && !employerUscc && others.length === 0) return;
  const line = await unionsByPaths(act, lineageOf(union.path));
  const county = [...line.values()].find(({ level }) => level === "county") ?? union;
  const text = (fact: { readonly value: unknown } | undefined) =>
    fact ? String(fact.value) : null;
  const range = rangeOf(county.path);
  for (const firm of [{ name: text(employer), uscc: text(employerUscc) }, ...others]) {
    await takeOff(act, { unionId, day: today }, { range, ...firm });
  }
}

const onOpened: Reaction = {
  on: names.opened,
  name: "founding.cover-opened",
  run: (act, event) => noteUnion(act, (event as OpenedEvent).body.unionId),
};

const onRegistered: Reaction = {
  on: names.registered,
  name: "founding.cover-registered",
  run: (act, event) => noteUnion(act, (event as RegisteredEvent).body.unionId),
};

const onExtended: Reaction = {
  on: names.extended,
  name: "founding.prolong-certificate",
  run: (act, event) => prolong(act, (event as ExtendedEvent).body),
};

export const reactions: readonly Reaction[] = [onOpened, onRegistered, onExtended];
