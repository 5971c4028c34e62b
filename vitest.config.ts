// How the tests run: one process tree, no per-file isolation (it costs more than the tests), titles are sentences.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{foundation,engine,registers,platforms,server,cli,tools,bench}/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
