// Kysely over one pooled connection whose transaction is ours: statements are prepared once a connection.
import { createHash } from "node:crypto";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  sql,
} from "kysely";
import type { PoolClient } from "pg";

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

class ClientConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  constructor(client: PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#client.query({
      name: nameOf(query.sql),
      text: query.sql,
      values: [...query.parameters],
    });
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: a driver must have it; the house reads by page or by cursor in SQL.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("streaming is done by keyset pages, not by the driver");
  }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection;
  constructor(client: PoolClient) {
    this.#connection = new ClientConnection(client);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error("a use case already runs inside the transaction of its act");
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const known = new WeakMap<PoolClient, Kysely<object>>();
const clients = new WeakMap<Kysely<object>, PoolClient>();

/** The query builder of one connection, made once and kept as long as the connection lives. */
export function kyselyOf(client: PoolClient): Kysely<object> {
  const made = known.get(client);
  if (made) return made;
  const kysely = new Kysely<object>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  known.set(client, kysely);
  clients.set(kysely, client);
  return kysely;
}

/** The connection under a transaction's query builder: for COPY and cursors, which no builder speaks. */
export function clientOf(tx: Kysely<object>): PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error("only a transaction of the house has a connection under it");
  return client;
}
