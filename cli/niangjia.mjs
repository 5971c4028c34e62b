#!/usr/bin/env node
// npx niangjia …: finds the run time of the house and hands it the command line.
import { ensurePackages, run } from "../tools/bootstrap.mjs";

await ensurePackages();
process.exitCode = await run("cli/main.ts", process.argv.slice(2));
