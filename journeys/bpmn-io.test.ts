// Flows elsewhere (流程图导出): what the house exports opens in the viewer of bpmn.io, whole, with every step in sight.
import { createRequire } from "node:module";
import { toBpmn } from "@niangjia/engine/process";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../engine/process/testing-definitions.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const viewerAt = createRequire(import.meta.url).resolve(
  "bpmn-js/dist/bpmn-viewer.production.min.js",
);

interface Opened {
  readonly warnings: readonly string[];
  /** Steps, gates and ends by id that take up room; lines that lead somewhere. */
  readonly drawn: readonly string[];
  readonly words: string;
}

/** Opens a drawing in a fresh viewer and answers what is to be seen; a script for the page. */
const opening = (xml: string): string => `(async () => {
  document.body.innerHTML = '<div id="sheet" style="height: 800px"></div>';
  const viewer = new BpmnJS({ container: "#sheet" });
  const { warnings } = await viewer.importXML(${JSON.stringify(xml)});
  viewer.get("canvas").zoom("fit-viewport");
  const drawn = viewer.get("elementRegistry").filter((one) =>
    one.waypoints ? one.waypoints.length > 1 : one.width > 0 && one.height > 0);
  return {
    warnings: warnings.map(({ message }) => message),
    drawn: drawn.map(({ id }) => id),
    words: document.querySelector("#sheet svg").textContent.replaceAll(/\\s/g, ""),
  };
})()`;

const parts = /<bpmn:(?:\w*[tT]ask|\w+Event|\w+Gateway|callActivity|sequenceFlow)\s[^>]*>/g;

/** An attribute of every step, gate, end and line in the file. */
const partsOf = (xml: string, attribute: "id" | "name"): string[] =>
  [...xml.matchAll(parts)].flatMap(
    ([part]) => new RegExp(` ${attribute}="([^"]*)"`).exec(part)?.[1] ?? [],
  );

async function opensWhole(page: Page, xml: string, name: string): Promise<void> {
  const { warnings, drawn, words } = await page.evaluate<Opened>(opening(xml));
  expect(warnings, name).toEqual([]);
  expect(partsOf(xml, "id").length, name).toBeGreaterThan(2);
  expect(drawn, name).toEqual(expect.arrayContaining(partsOf(xml, "id")));
  for (const said of partsOf(xml, "name")) expect(words, name).toContain(said.replaceAll(" ", ""));
}

const functionsOf = async (client: Client): Promise<string[]> =>
  (await client.get("/api/cases/functions")).body.groups.flatMap(
    ({ functions }: { functions: { id: string }[] }) => functions.map(({ id }) => id),
  );

describe.skipIf(noBrowser)("a flow that leaves the house as BPMN", () => {
  let street: Street;
  let worker: Client;
  let officer: Client;
  let page: Page;
  beforeAll(async () => {
    street = await openStreet();
    worker = await street.house.signIn("worker");
    officer = await street.house.signIn("officer", tree.xingsha);
    page = await street.enter();
    await page.goto("about:blank");
    await page.addScriptTag({ path: viewerAt });
  });
  afterAll(() => street?.close());

  test("opens in the viewer of bpmn.io, whichever function of the house it is of", async () => {
    const functions = await Promise.all([worker, officer].map(functionsOf));
    const ids = new Set(functions.flat());
    expect(ids.size).toBeGreaterThan(20);
    for (const id of ids) {
      const { bytes } = await officer.get(`/api/cases/flows/${id}/bpmn`);
      await opensWhole(page, bytes.toString("utf8"), id);
    }
  });

  test("opens there whatever was drawn", async () => {
    for (const definition of fc.sample(definitions, { seed, numRuns: 15 })) {
      const xml = await toBpmn(definition, { title: "疗养申请" });
      await opensWhole(page, xml, JSON.stringify(definition));
    }
  });

  test("is not taken for opened when a step stands nowhere in its picture", async () => {
    const { bytes } = await officer.get("/api/cases/flows/membership.join/bpmn");
    const torn = bytes
      .toString("utf8")
      .replace(/<bpmndi:BPMNShape[\s\S]*?<\/bpmndi:BPMNShape>/, "");
    await expect(opensWhole(page, torn, "torn")).rejects.toThrow();
  });
});
