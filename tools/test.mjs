// npm test: installs what is missing, then runs everything; the last line counts.
import { ensurePackages, run } from "./bootstrap.mjs";

await ensurePackages();
process.exitCode = await run("tools/test.ts", process.argv.slice(2));
