// Trip (一趟): statements that go to PostgreSQL in one message and come back in one; each way costs more than the work.
import type { Duplex } from "node:stream";
import pg from "pg";
import { prepareValue } from "pg/lib/utils.js";
import { serialize } from "pg-protocol";

/** Statements that answer no rows, written once for every trip they make. */
export interface Packet {
  readonly bytes: Buffer;
  readonly statements: number;
}

/** None of them is kept prepared: their texts are another for each who asks. */
export function packetOf(texts: readonly string[]): Packet {
  const bytes = texts.flatMap((text) => [
    serialize.parse({ text }),
    serialize.bind(),
    serialize.execute(),
  ]);
  return { bytes: Buffer.concat(bytes), statements: texts.length };
}

interface Named {
  /** What the connection keeps it prepared under; without one it is parsed and planned each time. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Found {
  readonly rows: object[];
  /** Rows found, written or removed. */
  readonly count: number;
}

/** Columns of an answer: their names, and how the text of each is read. */
interface Columns {
  readonly names: readonly string[];
  readonly readers: readonly ((text: string) => unknown)[];
}

interface Passenger {
  readonly statement: Named | Packet;
  readonly values: (string | Buffer | null)[];
  /** Statements of it that are not answered yet. */
  awaited: number;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: Error) => void;
  readonly rows: object[];
  columns: Columns;
  count: number;
  /** A column that could not be read. */
  fault?: Error;
}

/** The messages of the protocol, as the driver writes them. */
interface Wire {
  readonly stream: Duplex;
  close(message: { type: "S"; name: string }): void;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: (string | Buffer | null)[] }): void;
  describe(message: { type: "P" }): void;
  execute(): void;
  sync(): void;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

const noColumns: Columns = { names: [], readers: [] };

/** What each connection keeps prepared, with the columns it answers: those of a prepared statement never change. */
const prepared = new WeakMap<Wire, Map<string, Columns>>();

function preparedOn(wire: Wire): Map<string, Columns> {
  const known = prepared.get(wire) ?? new Map<string, Columns>();
  prepared.set(wire, known);
  return known;
}

function columnsOf(fields: readonly Field[]): Columns {
  return {
    names: fields.map(({ name }) => name),
    readers: fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, "text")),
  };
}

function rowOf({ names, readers }: Columns, texts: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < texts.length; i += 1) {
    const text = texts[i];
    row[names[i]!] = text == null ? null : readers[i]!(text);
  }
  return row;
}

const nameOf = ({ statement }: Passenger): string | undefined =>
  "bytes" in statement ? undefined : statement.name;

/**
 * The driver asks a query to write itself and hands it what comes back; this one writes several, and ends them by one
 * Sync. What PostgreSQL refuses ends the trip: it skips whatever comes behind, so that nothing runs in a transaction
 * that did not open as it should.
 */
export class Trip extends pg.Query {
  readonly #passengers: Passenger[] = [];
  #arrived = 0;
  #known = new Map<string, Columns>();

  constructor() {
    super("");
  }

  /** Rejects with what PostgreSQL refuses, be it this statement or one before it. */
  take(statement: Named | Packet): Promise<Found> {
    return new Promise((resolve, reject) => {
      const isPacket = "bytes" in statement;
      const values = isPacket ? [] : statement.values.map((value) => prepareValue(value));
      const awaited = isPacket ? statement.statements : 1;
      const empty = { rows: [], columns: noColumns, count: 0 };
      this.#passengers.push({ statement, values, awaited, resolve, reject, ...empty });
    });
  }

  override submit = (connection: unknown): null => {
    const wire = connection as Wire;
    this.#known = preparedOn(wire);
    wire.stream.cork();
    for (const passenger of this.#passengers) this.#write(wire, passenger);
    wire.sync();
    wire.stream.uncork();
    return null;
  };

  #write(wire: Wire, passenger: Passenger): void {
    const { statement, values } = passenger;
    if ("bytes" in statement) {
      wire.stream.write(statement.bytes);
      return;
    }
    const { name = "", text } = statement;
    const columns = this.#known.get(name);
    if (columns) {
      passenger.columns = columns;
      wire.bind({ statement: name, values });
    } else {
      // A statement that failed may have been kept or not; closing what is not there is no error.
      if (name) wire.close({ type: "S", name });
      wire.parse({ name, text });
      wire.bind({ statement: name, values });
      wire.describe({ type: "P" });
    }
    wire.execute();
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    const passenger = this.#passengers[this.#arrived];
    if (passenger) passenger.columns = columnsOf(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const passenger = this.#passengers[this.#arrived];
    if (!passenger || passenger.fault) return;
    try {
      passenger.rows.push(rowOf(passenger.columns, fields));
    } catch (error) {
      passenger.fault = error as Error;
    }
  }

  /** `text` such as `SELECT 20` or `INSERT 0 1`. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    const passenger = this.#passengers[this.#arrived];
    if (!passenger) return;
    passenger.awaited -= 1;
    if (passenger.awaited > 0) return;
    this.#arrived += 1;
    passenger.count = Number(text.slice(text.lastIndexOf(" ") + 1)) || 0;
    const name = nameOf(passenger);
    if (name) this.#known.set(name, passenger.columns);
  }

  handleEmptyQuery(): void {
    this.#arrived += 1;
  }

  handleReadyForQuery(): void {
    for (const { resolve, reject, rows, count, fault } of this.#passengers) {
      if (fault) reject(fault);
      else resolve({ rows, count });
    }
  }

  handleError(error: Error): void {
    const stopped = this.#passengers.splice(this.#arrived);
    const name = stopped[0] && nameOf(stopped[0]);
    if (name) this.#known.delete(name);
    this.handleReadyForQuery();
    for (const { reject } of stopped) reject(error);
  }
}
