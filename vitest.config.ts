// How the tests run: one process tree, no per-file isolation (it costs more than the tests), titles are sentences.
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const exclude = ["**/node_modules/**"];

/** Files that take longest. They go first, so that nobody waits for one of them at the end. */
const longest = [
  "bench/bench.test.ts",
  "registers/cases/power-cut.test.ts",
  "foundation/postgres/launcher.test.ts",
  "foundation/excel/libreoffice.test.ts",
  "journeys/power-cut.test.ts",
  "journeys/event.test.ts",
  "journeys/elder.test.ts",
  "journeys/founding.test.ts",
  "journeys/election.test.ts",
];

const place = ({ moduleId }: TestSpecification): number => {
  const nth = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
  return nth < 0 ? longest.length : nth;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/** Whoever waits for something looks for this long; on a busy machine it comes late. */
const expectations = { poll: { timeout: 30_000 } };

/** Under a locale without Chinese a browser and an office name no file in Chinese, and do not say so. */
const env = { LC_ALL: "C.UTF-8" };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "house",
          include: [
            "{foundation,engine,registers,platforms,server,cli,tools,bench}/**/*.test.ts",
            "ends/{portal,member}/src/**/*.test.ts",
          ],
          exclude,
          globalSetup: ["server/testing-setup.ts"],
          isolate: false,
          expect: expectations,
          env,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["journeys/**/*.test.ts"],
          exclude,
          globalSetup: ["server/testing-setup.ts"],
          isolate: false,
          expect: expectations,
          env,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
  },
});
