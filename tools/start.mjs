// npm start: one command from a fresh clone to a house one can walk into.
import { ensurePackages, run } from "./bootstrap.mjs";

console.log("娘家 数字工会");
await ensurePackages();
process.exitCode = await run("cli/main.ts", ["serve", "--demo", ...process.argv.slice(2)]);
