// The verbs of the command line (命令一览).
import { admin } from "./admin.ts";
import { backup } from "./backup.ts";
import type { Command } from "./command.ts";
import { demo } from "./demo.ts";
import { doctor } from "./doctor.ts";
import { importRoster } from "./import.ts";
import { keys } from "./keys.ts";
import { migrate } from "./migrate.ts";
import { reset } from "./reset.ts";
import { restore } from "./restore.ts";
import { serve } from "./serve.ts";

export const commands: Readonly<Record<string, Command>> = {
  serve,
  admin,
  reset,
  migrate,
  import: importRoster,
  backup,
  restore,
  doctor,
  demo,
  keys,
};
