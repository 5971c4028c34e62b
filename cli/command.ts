// Command (命令): one verb of the command line.
import type { ParseArgsConfig } from "node:util";

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Command {
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** Answers the exit code. */
  run(values: Values, positionals: readonly string[]): Promise<number>;
}
