// One engine of the desk's benchmark (被测引擎) in a process of its own: it takes what cases it is told
// and says how long it took.
import { tellParent } from "./child.ts";
import { atOnce, type EngineName, type Load, type Opened, type Setting } from "./desk/engine.ts";
import { timed } from "./rounds.ts";

type Open = (setting: Setting) => Promise<Opened>;

const engines: Record<EngineName, () => Promise<{ open: Open }>> = {
  ours: () => import("./desk/ours.ts"),
  bpmn: () => import("./desk/bpmn.ts"),
  dbos: () => import("./desk/dbos.ts"),
};

const [name = "", given = ""] = process.argv.slice(2);
const setting = JSON.parse(given) as Setting;
const { open } = await engines[name as EngineName]();
const { run, port } = await open(setting);

process.on("message", async ({ cases, steps }: Load) => {
  process.send?.(await timed(() => atOnce(cases, setting.concurrency, (nth) => run(nth, steps))));
});
tellParent({ port });
