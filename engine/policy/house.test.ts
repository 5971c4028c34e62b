// Every file of parameters in the house: it loads, covers today, and what two rooms share is the same in both.
import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { day } from "@niangjia/foundation/day";
import { expect, test } from "vitest";
import { readParameterFile } from "./parameter-file.ts";
import { parametersOf } from "./parameters.ts";

const root = join(import.meta.dirname, "..", "..");

const folders = globSync("{registers/*,platforms/*/*}/parameters.yaml", { cwd: root }).map((file) =>
  join(root, file, ".."),
);
const fileOf = (folder: string): URL => pathToFileURL(join(folder, "parameters.yaml"));
const rooms = folders.map((folder) => [folder.slice(root.length + 1), fileOf(folder)] as const);

test("the rooms that decide by dated numbers are found", () => {
  expect(rooms.map(([room]) => room)).toEqual(
    expect.arrayContaining(
      ["founding", "election", "mediation", "legal-aid", "proposals"].map(
        (room) => `platforms/grassroots/${room}`,
      ),
    ),
  );
});

test.each(rooms)(
  "each number of %s has a value in Changsha county on a day of 2026",
  (_room, file) => {
    const read = readParameterFile(file);
    const units = Object.fromEntries(Object.entries(read).map(([name, { unit }]) => [name, unit]));
    const parameters = parametersOf(file, units)(day("2026-11-21"), "430121", { set: [] });
    for (const name of Object.keys(read)) expect(parameters[name]?.words).not.toBe("");
  },
);

test("what founding and election share is the same in both", () => {
  const [founding, election] = ["founding", "election"].map((room) =>
    readParameterFile(fileOf(join(root, "platforms", "grassroots", room))),
  );
  const shared = Object.keys(founding ?? {}).filter((name) => election?.[name]);
  expect(shared).toEqual(expect.arrayContaining(["quorum", "electedWith", "committeeSeats"]));
  for (const name of shared) expect(founding?.[name]).toEqual(election?.[name]);
});

test("a rule that moved to a new law cites the law of its day", () => {
  const file = fileOf(join(root, "platforms", "grassroots", "mediation"));
  const { confirmWithin } = readParameterFile(file);
  expect(confirmWithin?.values.map(({ to, citation }) => [to, citation.document])).toEqual([
    ["2023-12-31", "人民调解法"],
    ["9999-12-31", "民事诉讼法"],
  ]);
});
