// Scope (数据范围): the words that open a transaction, so that the database itself knows who asks and how far they see.
import assert from "node:assert/strict";
import type { Actor } from "../act.ts";
import { isId } from "../ids.ts";
import { orgPath, rangeOf } from "../orgpath.ts";
import { type Packet, packetOf } from "./trip.ts";

/** Database roles a transaction can take; the login role itself may do nothing. */
export const databaseRoles = {
  staff: "niangjia_staff",
  person: "niangjia_person",
  system: "niangjia_system",
  door: "niangjia_door",
} as const satisfies Record<Actor["kind"], string>;

export const loginRole = "niangjia_app";

/** Values match a closed pattern before they enter the text: SET takes no parameters. */
const setting = (name: string, value: string): string => `set local niangjia.${name} = '${value}'`;

/** What the policies of every table look at. */
function scopeSettings(actor: Actor): string[] {
  const settings: string[] = [];
  if (actor.accountId !== null) {
    assert(isId(actor.accountId), "an account id is a uuid");
    settings.push(setting("account", actor.accountId));
  }
  if (actor.kind === "staff") {
    assert(actor.post, "staff act through a post");
    const { low, high } = rangeOf(orgPath(actor.post.orgPath));
    settings.push(setting("low", low), setting("high", high));
  }
  if (actor.kind === "person") {
    assert(actor.personId && isId(actor.personId), "a person id is a uuid");
    settings.push(setting("person", actor.personId));
  }
  return settings;
}

/** Packets for reads and for commands of who has asked before: a session is one actor for many requests. */
const packets = { reads: new WeakMap<Actor, Packet>(), commands: new WeakMap<Actor, Packet>() };

/**
 * Begins a transaction with its role and scope; all of it ends with the transaction. By SET LOCAL
 * and not by `set_config`, which a cluster does not hand on to its other servers.
 */
export function opening(actor: Actor, readOnly: boolean): Packet {
  const made = packets[readOnly ? "reads" : "commands"];
  const known = made.get(actor);
  if (known) return known;
  const packet = packetOf([
    readOnly ? "begin read only" : "begin",
    `set local role ${databaseRoles[actor.kind]}`,
    ...scopeSettings(actor),
  ]);
  made.set(actor, packet);
  return packet;
}
