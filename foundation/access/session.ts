// Session (会话): an opaque token, kept as its hash, opened at sign-in and read at most once in a while.
import { hash, randomBytes } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { LRUCache } from "lru-cache";
import { type Act, type Actor, door } from "../act.ts";
import { concerns } from "../audit/record.ts";
import { entrust, ringOnCommit } from "../postgres/connection.ts";
import type { Database } from "../postgres/database.ts";
import { isSelf, type Role } from "../roles.ts";
import { type OwnPost, postsThrough } from "./own-posts.ts";
import { insertSession, setSessionPost } from "./store.ts";
import { barOf, type OpenedBy, type Strength } from "./strength.ts";

const daysValid = 30;
const cachedAtMost = 20_000;
/** A change of posts or sessions is told at once over `accessChannel`; this bounds a lost message. */
const cachedForMs = 15_000;

export const accessChannel = "niangjia_access";

export const tokenHash = (token: string): Buffer => hash("sha256", token, "buffer");

export interface Opening {
  readonly openedBy: OpenedBy;
  readonly device: string;
}

/** Opens a session; staff act at once through the first post it may be used for, and choose another afterwards. */
export async function openSession(
  act: Act,
  accountId: string,
  opening: Opening,
): Promise<{ token: string; posts: OwnPost[] }> {
  concerns(act, `account:${accountId}`);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(act.now.getTime() + daysValid * 86_400_000);
  const hashed = { tokenHash: tokenHash(token), accountId, expiresAt };
  const sessionId = await insertSession(act, { ...hashed, ...opening });
  const posts = await postsThrough(act, accountId, sessionId);
  const first = posts.find(({ closed }) => closed === null);
  if (first) await setSessionPost(act, sessionId, first.id);
  return { token, posts };
}

interface SessionRow extends Strength {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly member: boolean;
  readonly postId: string | null;
  readonly role: Role | null;
  readonly title: string | null;
  readonly orgId: string | null;
  readonly orgPath: string | null;
}

function actorOf(row: SessionRow): Actor {
  const { sessionId, accountId, personId, name } = row;
  const base = { sessionId, accountId, personId, ownName: name };
  const { postId, role, orgId, orgPath } = row;
  if (!postId || !role || !orgId || !orgPath || isSelf(role) || barOf(role, row)) {
    const self: Role = row.member ? "member" : "worker";
    return { ...base, kind: "person", post: null, role: self, name };
  }
  const post = { id: postId, role, orgId, orgPath };
  return { ...base, kind: "staff", post, role, name: `${name}（${row.title}）` };
}

/** Who bears each token, from a small cache that is emptied whenever access changes anywhere. */
export class Sessions {
  readonly #database: Database;
  readonly #clock: () => Date;
  readonly #cache = new LRUCache<string, { actor: Actor | null }>({
    max: cachedAtMost,
    ttl: cachedForMs,
  });
  /** How often access has changed: who was read before a change is not kept after it. */
  #changes = 0;

  constructor(database: Database, clock: () => Date) {
    this.#database = database;
    this.#clock = clock;
  }

  forget(): void {
    this.#changes += 1;
    this.#cache.clear();
  }

  readonly identify = async (token: string): Promise<Actor | null> => {
    const key = hash("sha256", token, "base64");
    const cached = this.#cache.get(key);
    if (cached) return cached.actor;
    const since = this.#changes;
    const actor = await this.#read(sql`s.token_hash = ${tokenHash(token)}`);
    if (since === this.#changes) this.#cache.set(key, { actor });
    return actor;
  };

  /** Who acts through the session of this id now: for what a session once signed, not for who bears its token. */
  readonly bearerOf = (sessionId: string): Promise<Actor | null> =>
    this.#read(sql`s.id = ${sessionId}`);

  async #read(which: RawBuilder<unknown>): Promise<Actor | null> {
    const now = this.#clock();
    return this.#database.transaction(door, async (tx) => {
      const { rows } = await sql<SessionRow>`
        select s.id as "sessionId", a.id as "accountId", a.person_id as "personId", a.name, a.member,
          p.id as "postId", p.role, p.title, p.org_id as "orgId", p.org_path as "orgPath",
          s.opened_by as "openedBy", a.password_hash is not null as "hasPassword",
          a.totp_cipher is not null as "hasTotp"
        from access.sessions s join access.accounts a on a.id = s.account_id
          left join access.posts p on p.id = s.post_id and p.state = 'held'
            and p.from_day <= ${now}::date and (p.to_day is null or p.to_day >= ${now}::date)
        where ${which} and s.ended_at is null and s.expires_at > ${now}
          and a.state = 'open'`.execute(tx);
      const row = rows[0];
      if (!row) return null;
      const seen = sql`update access.sessions set seen_at = ${now} where id = ${row.sessionId}
        and seen_at < ${now}::timestamptz - interval '5 minutes'`.execute(tx);
      entrust(tx, seen);
      return actorOf(row);
    });
  }
}

/** Tells every process that sessions or posts changed, when the act commits; this one before it answers. */
export async function tellAccessChanged(act: Act): Promise<void> {
  ringOnCommit(act.tx, accessChannel);
  await sql`select pg_notify(${accessChannel}, '')`.execute(act.tx);
}
