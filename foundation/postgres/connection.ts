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
import { type Found, type Packet, Trip } from "./trip.ts";

/** Prepared statements a connection may hold; a text beyond it runs unnamed. */
const preparedAtMost = 1_000;
let prepared = 0;

/** Names of texts by role: a plan is made for the row policies of one, and made anew whenever another runs it. */
const namesUnder = new Map<string, Map<string, string>>();

const anewMark = "/* planned anew */";

/**
 * Begins a statement whose best plan depends on what is asked, such as a count under a union that may be a firm or a
 * province. It is planned each time; every other statement soon has one plan for all.
 */
export const plannedAnew: RawBuilder<unknown> = sql.raw(anewMark);

function namesOf(role: string): Map<string, string> {
  const known = namesUnder.get(role);
  if (known) return known;
  const names = new Map<string, string>();
  namesUnder.set(role, names);
  return names;
}

function nameOf(text: string, role: string): string | undefined {
  if (text.startsWith(anewMark)) return undefined;
  const names = namesOf(role);
  const known = names.get(text);
  if (known !== undefined || prepared >= preparedAtMost) return known;
  const name = createHash("sha1").update(role).update(text).digest("base64url");
  names.set(text, name);
  prepared += 1;
  return name;
}

export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** Whoever the transaction acts as at that moment may do it. */
  readonly asAnybody?: true;
}

/**
 * One connection of the pool. Statements that ask before the event loop turns travel together: writing to PostgreSQL and
 * waking it is half of a short read.
 */
class ClientConnection implements DatabaseConnection {
  readonly client: PoolClient;
  #leaving: Trip | undefined;
  /** The role that statements run under, and the one that the next is meant for. */
  #worn: string | undefined;
  #wanted: string | undefined;
  readonly entrusted: Promise<unknown>[] = [];
  /** Channels to ring once the transaction is on disk. */
  readonly rung = new Set<string>();
  constructor(client: PoolClient) {
    this.client = client;
  }

  send(statement: Statement): Promise<Found> {
    if (!statement.asAnybody) this.#change();
    // What is undone gives back the role it had taken.
    if (statement.text.startsWith("rollback to")) this.#worn = undefined;
    return this.#board(statement);
  }

  /** A transaction that begins in a role, which `opening` puts on. */
  begin(role: string, opening: Packet): Promise<Found> {
    this.#worn = role;
    this.#wanted = role;
    this.rung.clear();
    return this.#take(opening);
  }

  /** Statements from now on are meant for a role. It is put on when the first of them comes. */
  wear(role: string): void {
    this.#wanted = role;
  }

  /** Nobody waits for it: should it fail, what comes behind it is not run, nor is the commit. */
  #change(): void {
    if (this.#wanted === this.#worn) return;
    this.#worn = this.#wanted;
    this.#board({ text: `set local role ${this.#wanted}` }).catch(() => undefined);
  }

  #board({ text, values = [] }: Statement): Promise<Found> {
    return this.#take({ name: nameOf(text, this.#worn ?? ""), text, values });
  }

  #take(statement: Parameters<Trip["take"]>[0]): Promise<Found> {
    this.#leaving ??= this.#nextTrip();
    return this.#leaving.take(statement);
  }

  #nextTrip(): Trip {
    const trip = new Trip();
    process.nextTick(() => {
      if (this.#leaving === trip) this.depart();
    });
    return trip;
  }

  /** Whoever takes the connection itself finds the role in place. */
  handOver(): PoolClient {
    this.#change();
    this.depart();
    return this.client;
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
  /**
   * Opens a transaction that begins in a role, and ends the one before it that was left open; what was left unread
   * before it must not fail it.
   */
  begin(role: string, opening: Packet, leftOpen?: boolean): Promise<unknown>;
  /** Ends it, with whatever else is sent this turn. */
  commit(): Promise<unknown>;
  /** Undoes it, apart from what was sent before. */
  rollback(): Promise<unknown>;
  /** Channels that were rung in the transaction. */
  readonly rung: ReadonlySet<string>;
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
  const line: Line = {
    kysely,
    begin(role, opening, leftOpen = false) {
      connection.depart();
      const ended = leftOpen && connection.send({ text: "rollback", asAnybody: true });
      return Promise.all([ended, connection.begin(role, opening)]);
    },
    commit: () => connection.send({ text: "commit", asAnybody: true }),
    rollback() {
      connection.depart();
      return connection.send({ text: "rollback", asAnybody: true });
    },
    entrusted: () => Promise.all(connection.entrusted.splice(0)),
    rung: connection.rung,
  };
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
export const clientOf = (tx: Kysely<object>): PoolClient => connectionUnder(tx).handOver();

/** Statements of the transaction are from now on meant for this role of the database. */
export const wear = (tx: Kysely<object>, role: string): void => connectionUnder(tx).wear(role);

/** Rings a channel once the transaction is on disk; those who listen hear of many at once. */
export const ringOnCommit = (tx: Kysely<object>, channel: string): void => {
  connectionUnder(tx).rung.add(channel);
};

const rowsOf = ({ rows }: Found): object[] => rows;

/** A statement whose text is made once: only its values go to the driver. */
export const sendMade = (tx: Kysely<object>, made: Statement): Promise<object[]> =>
  connectionUnder(tx).send(made).then(rowsOf);

/**
 * A statement whose text never changes. For those that every command runs; building a text anew each time costs more
 * than sending it.
 */
export const fixed =
  <Row extends object = object>(text: string) =>
  (tx: Kysely<object>, ...values: readonly unknown[]): Promise<Row[]> =>
    sendMade(tx, { text, values }) as Promise<Row[]>;

/**
 * Leaves what was sent to the transaction, for writes whose answer nobody needs: they travel with what comes next, the
 * last of them with the commit. The transaction waits for them before it is done; should one be refused, it is undone.
 */
export function entrust(tx: Kysely<object>, sent: Promise<unknown>): void {
  sent.catch(() => undefined);
  connectionUnder(tx).entrusted.push(sent);
}
