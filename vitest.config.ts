// How the tests run: one process tree, no per-file isolation (it costs more than the tests), titles are sentences.
import { defineConfig } from "vitest/config";

const exclude = ["**/node_modules/**"];

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
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
