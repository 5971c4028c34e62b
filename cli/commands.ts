// The verbs of the command line (命令一览).
import type { Command } from "./command.ts";
import { migrate } from "./migrate.ts";
import { serve } from "./serve.ts";

export const commands: Readonly<Record<string, Command>> = { serve, migrate };
