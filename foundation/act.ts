// Act (一次办理): who acts, when, and in which transaction; the first argument of every use case.
import type { Kysely } from "kysely";
import type { Vault } from "./files/vault.ts";
import type { Keyring } from "./keys/index.ts";
import type { Role } from "./roles.ts";

/** The post (岗位) an account acts through: one role at one union. */
export interface ActingPost {
  readonly id: string;
  readonly role: Role;
  readonly orgId: string;
  /** Path of the union the post is held at, e.g. `/430000/430100/`. */
  readonly orgPath: string;
}

/**
 * Who acts. `staff` acts through a post and reaches the rows under it; `person` is a worker or member and reaches
 * their own rows; `system` is the house itself (sweeps, reactions); `door` may only sign people in.
 */
export interface Actor {
  readonly kind: "staff" | "person" | "system" | "door";
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly post: ActingPost | null;
  /** Role of the post, or `worker`/`member` for a person; null for the house and the door. */
  readonly role: Role | null;
  readonly sessionId: string | null;
  /** Words for history and desks: a name with the title of its post, such as `张三（县总经办）`. */
  readonly name: string;
  /** The name alone, as the account bears it. */
  readonly ownName: string;
}

export interface Act {
  readonly actor: Actor;
  readonly now: Date;
  readonly tx: Kysely<object>;
  readonly keys: Keyring;
  readonly vault: Vault;
  readonly requestId: string;
}

/** The house acting by itself; `name` says which sweep or reaction, for the audit. */
export const system = (name: string): Actor => ({
  kind: "system",
  accountId: null,
  personId: null,
  post: null,
  role: null,
  sessionId: null,
  name,
  ownName: name,
});

export const door: Actor = {
  kind: "door",
  accountId: null,
  personId: null,
  post: null,
  role: null,
  sessionId: null,
  name: "登录",
  ownName: "登录",
};
