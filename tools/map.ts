// npm run map (事项对照): the catalogue against the code: which functions are done, and the doors each came in by.
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "@niangjia/foundation/http";
import { rooms } from "../server/rooms.ts";

const root = join(import.meta.dirname, "..");
const report = join(root, "node_modules", ".cache", "test-results", "house.json");

interface Line {
  readonly function: string;
  readonly title: string;
  readonly room: string;
  readonly platform: string;
  readonly kind: string;
}

/** The catalogue's lines. Only the last columns hold quoted text, and none of those are needed here. */
function readCatalogue(): Line[] {
  const text = readFileSync(join(root, "platforms", "catalogue.csv"), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [platform = "", room = "", , id = "", title = "", , kind = ""] = line.split(",");
      return { platform, room, function: id, title, kind };
    });
}

function reportIsFresh(): boolean {
  const made = statSync(report, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync("{foundation,engine,registers,platforms,server}/**/*.{ts,sql}", {
    cwd: root,
    exclude: ["**/node_modules/**"],
  });
  return sources.every((file) => statSync(join(root, file)).mtimeMs <= made);
}

/** Titles of tests that passed, from the last run when nothing has changed since, else from a run now. */
function passedTitles(): string[] {
  if (!reportIsFresh()) {
    mkdirSync(join(report, ".."), { recursive: true });
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const args = [
      "run",
      "--project=house",
      "--reporter=json",
      `--outputFile=${report}`,
      "platforms",
    ];
    spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: "ignore" });
  }
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "passed")
    .map(({ fullName }) => fullName);
}

const describeRoute = ({ contract }: Route): string => `${contract.method} /api${contract.path}`;

function doorsOf(id: string): string[] {
  const routes = rooms.flatMap((room) => room.routes ?? []);
  return routes
    .filter(({ contract }) => contract.id === id || contract.id.startsWith(`${id}.`))
    .map(describeRoute);
}

const titles = passedTitles();
const registered = new Set(rooms.flatMap((room) => (room.functions ?? []).map(({ id }) => id)));
const named = (id: string): boolean =>
  titles.some((title) =>
    new RegExp(`(^|[^\\w.-])${id.replaceAll(".", "\\.")}([^\\w.-]|$)`).test(title),
  );

const functions = readCatalogue().map((line) => ({
  id: line.function,
  title: line.title,
  platform: line.platform,
  room: line.room,
  kind: line.kind,
  registered: registered.has(line.function),
  done: registered.has(line.function) && named(line.function),
  routes: doorsOf(line.function),
}));
const done = functions.filter((one) => one.done);

if (process.argv.includes("--json")) {
  console.log(JSON.stringify({ done: done.length, total: functions.length, functions }));
} else {
  let room = "";
  for (const one of functions.filter(({ registered }) => registered)) {
    if (one.room !== room) console.log(`\n${one.platform}/${one.room}`);
    room = one.room;
    const routes = one.routes.length > 0 ? one.routes.join(", ") : "by its case";
    console.log(`  ${one.done ? "✓" : "·"} ${one.id.padEnd(28)}${one.title}  ${routes}`);
  }
  console.log(`\n${done.length} of ${functions.length} functions done`);
}
