// The desk of the demo (演示办件): cases are filed and decided by demo accounts through the register's own doors.
import type { Act, Actor } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import type { Role } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { sql } from "kysely";
import { commandCase } from "../../registers/cases/command.ts";
import { fileCase } from "../../registers/cases/file.ts";
import { type Offers, offersOf } from "../../registers/cases/functions.ts";
import type { House } from "../app.ts";

type Acting = Pick<House, "act">;

/** The nth holder of a role at a union, as an actor. */
export async function demoActor(
  act: Act,
  { role, path, nth = 0 }: { readonly role: Role; readonly path: string; readonly nth?: number },
): Promise<Actor> {
  const { rows } = await sql<{
    postId: string;
    orgId: string;
    title: string;
    accountId: string;
    personId: string;
    name: string;
  }>`select p.id as "postId", p.org_id as "orgId", p.title, a.id as "accountId",
      a.person_id as "personId", a.name
    from access.posts p join access.accounts a on a.id = p.account_id
    where p.org_path = ${path} and p.role = ${role} and p.state = 'held'
    order by p.id limit 1 offset ${nth}`.execute(act.tx);
  const [found] = rows;
  if (!found) throw new Error(`the demo has no ${role} at ${path}`);
  const { postId, orgId, title, accountId, personId, name } = found;
  return {
    ...{ kind: "staff", accountId, personId, role, sessionId: null, ownName: name },
    post: { id: postId, role, orgId, orgPath: path },
    name: `${name}（${title}）`,
  };
}

/** What a request brings beside its parameters and its body. */
const bare = { query: undefined, device: "演示", upload: undefined } as const;

/** A scanned paper of the demo, brought by whoever acts. */
export async function demoPaper(act: Act, name: string): Promise<string> {
  const bytes = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
  const { sha256, size } = await act.vault.put([bytes]);
  const id = newId(act.now);
  await sql`insert into exchange.files
      (id, account_id, org_path, sha256, name, kind, size, purpose, at)
    values (${id}, ${act.actor.accountId}, ${act.actor.post?.orgPath ?? null}, ${sha256}, ${name},
      'pdf', ${size}, '演示', ${act.now})`.execute(act.tx);
  return id;
}

/** Files and decides cases of one room. */
export class DemoDesk {
  readonly #house: Acting;
  readonly #offers: Offers;

  constructor(house: Acting, room: CaseRoom) {
    this.#house = house;
    this.#offers = offersOf([room]);
  }

  /** Files with the facts that are made in the actor's own act; answers the case's id. */
  file(actor: Actor, id: string, factsOf: (act: Act) => Promise<object>): Promise<string> {
    return this.#house.act(actor, async (act) => {
      const facts = { ...(await factsOf(act)) };
      return (await fileCase(act, this.#offers, { ...bare, params: { id }, body: { facts } })).id;
    });
  }

  /** Agrees to the first task of a case. */
  agree(actor: Actor, id: string, facts?: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.decide(actor, id, { task: 1, ...(facts ? { facts } : {}) });
  }

  /** Agrees to a task of a case, by its number in it. */
  decide(
    actor: Actor,
    id: string,
    agreed: { readonly task: number; readonly facts?: Readonly<Record<string, unknown>> },
  ): Promise<unknown> {
    const command = { kind: "agree", ...agreed } as const;
    return this.#house.act(actor, (act) =>
      commandCase(act, this.#offers, { ...bare, params: { id }, body: { command } }),
    );
  }
}
