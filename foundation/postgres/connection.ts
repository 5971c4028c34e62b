// Kysely over one pooled connection whose transaction is ours: statements are prepared once a connection.
import { createHash } from "node:crypto";
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  sql,
} from "kysely";
import type { PoolClient } from "pg";
import { type Found, Trip } from "./trip.ts";

/** Prepared statements a connection may hold; a text beyond it runs unnamed. */
const preparedAtMost = 1_000;
const names = new Map<string, string>();

const anewMark = "/* planned anew */";

/**
 * Begins a statement whose best plan depends on what is asked, such as a count under a union that may be a firm or a
 * province. It is planned each time; every other statement soon has one plan for all.
 */
export const plannedAnew: RawBuilder<unknown> = sql.raw(anewMark);

function nameOf(text: string): string | undefined {
  if (text.startsWith(anewMark)) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= preparedAtMost) return known;
  const name = createHash("sha1").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** Its text is another each time: it is not kept prepared. */
  readonly once?: true;
}

/**
 * One connection of the pool. Statements that ask before the event loop turns travel together: writing to PostgreSQL and
 * waking it is half of a short read.
 */
class ClientConnection implements DatabaseConnection {
  readonly client: PoolClient;
  #leaving: Trip | undefined;
  readonly entrusted: Promise<unknown>[] = [];
  constructor(client: PoolClient) {
    this.client = client;
  }

  send({ text, values = [], once }: Statement): Promise<Found> {
    this.#leaving ??= this.#nextTrip();
    return this.#leaving.take({ name: once ? undefined : nameOf(text), text, values });
  }

  #nextTrip(): Trip {
    const trip = new Trip();
    process.nextTick(() => {
      if (this.#leaving === trip) this.depart();
    });
    return trip;
  }

  depart(): void {
    const trip = this.#leaving;
    this.#leaving = undefined;
    if (trip) this.client.query(trip);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql: text, parameters: values } = query;
    const { rows, count } = await this.send({ text, values });
    return { rows: rows as R[], numAffectedRows: BigInt(count) };
  }

  // biome-ignore lint/correctness/useYield: a driver must have it; the house reads by page or by cursor in SQL.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("streaming is done by keyset pages, not by the driver");
  }
}

class OneTransaction extends DummyDriver {
  override async beginTransaction(): Promise<void> {
    throw new Error("a use case already runs inside the transaction of its act");
  }
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new OneTransaction();
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
};

/** The builder's own way to a connection waits six times for one that is there already. */
function builderOver(connection: ClientConnection): Kysely<object> {
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consume) => consume(connection),
  });
  return new Kysely<object>({ config: { dialect }, dialect, driver, executor });
}

/** A connection as the house speaks to it, made once and kept as long as it lives. */
export interface Line {
  /** The query builder, whose statements run in the transaction that is open. */
  readonly kysely: Kysely<object>;
  /** Sends statements in the order given, with whatever else is sent this turn. */
  send(statements: readonly Statement[]): Promise<unknown>;
  /** The same for those that begin or undo a transaction: what was left unread before them must not fail them. */
  sendApart(statements: readonly Statement[]): Promise<unknown>;
  /** Resolves once everything entrusted to the transaction is answered; rejects with the first that was refused. */
  entrusted(): Promise<unknown>;
}

const lines = new WeakMap<PoolClient, Line>();
const connections = new WeakMap<Kysely<object>, ClientConnection>();

export function lineOf(client: PoolClient): Line {
  const made = lines.get(client);
  if (made) return made;
  const connection = new ClientConnection(client);
  const kysely = builderOver(connection);
  const send = (statements: readonly Statement[]) =>
    Promise.all(statements.map((statement) => connection.send(statement)));
  const sendApart = (statements: readonly Statement[]) => {
    connection.depart();
    return send(statements);
  };
  const entrusted = () => Promise.all(connection.entrusted.splice(0));
  const line: Line = { kysely, send, sendApart, entrusted };
  lines.set(client, line);
  connections.set(kysely, connection);
  return line;
}

export const kyselyOf = (client: PoolClient): Kysely<object> => lineOf(client).kysely;

function connectionUnder(tx: Kysely<object>): ClientConnection {
  const connection = connections.get(tx);
  if (!connection) throw new Error("only a transaction of the house has a connection under it");
  return connection;
}

/**
 * The connection under a transaction's query builder: for COPY and cursors, which no builder speaks. What was asked
 * before goes out before.
 */
export function clientOf(tx: Kysely<object>): PoolClient {
  const connection = connectionUnder(tx);
  connection.depart();
  return connection.client;
}

/**
 * Leaves what was sent to the transaction, for writes whose answer nobody needs: they travel with what comes next, the
 * last of them with the commit. The transaction waits for them before it is done; should one be refused, it is undone.
 */
export function entrust(tx: Kysely<object>, sent: Promise<unknown>): void {
  sent.catch(() => undefined);
  connectionUnder(tx).entrusted.push(sent);
}
