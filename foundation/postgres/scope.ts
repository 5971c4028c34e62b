// Scope (数据范围): the words that open a transaction, so that the database itself knows who asks and how far they see.
import assert from "node:assert/strict";
import type { Actor } from "../act.ts";
import { isId } from "../ids.ts";
import { orgPath, rangeOf } from "../orgpath.ts";
import type { Statement } from "./connection.ts";

/** Database roles a transaction can take; the login role itself may do nothing. */
export const databaseRoles = {
  staff: "niangjia_staff",
  person: "niangjia_person",
  system: "niangjia_system",
  door: "niangjia_door",
} as const satisfies Record<Actor["kind"], string>;

export const loginRole = "niangjia_app";

/** Values match a closed pattern before they enter the text: SET takes no parameters. */
const setting = (name: string, value: string): Statement => ({
  text: `set local niangjia.${name} = '${value}'`,
  once: true,
});

/** What the policies of every table look at. */
function scopeSettings(actor: Actor): Statement[] {
  const settings: Statement[] = [];
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

/**
 * Begins a transaction with its role and scope; all of it ends with the transaction. By SET LOCAL
 * and not by `set_config`, which a cluster does not hand on to its other servers.
 */
export const opening = (actor: Actor, readOnly: boolean): Statement[] => [
  { text: readOnly ? "begin read only" : "begin" },
  { text: `set local role ${databaseRoles[actor.kind]}` },
  ...scopeSettings(actor),
];
