// Boundaries (边界): who may import whom, held by dependency-cruiser; says so when it saw no modules at all.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseOptions, type IForbiddenRuleType } from "dependency-cruiser";

const root = join(import.meta.dirname, "..");
const modulesAtLeast = 50;

const below: Readonly<Record<string, string>> = {
  foundation: "^(engine|registers|platforms|server|cli|journeys|bench|tools|ends)/",
  engine: "^(registers|platforms|server|cli|journeys|bench|tools|ends)/",
  registers: "^(platforms|server|cli|journeys|bench|tools|ends)/",
  platforms: "^(server|cli|journeys|bench|tools|ends)/",
};

const upward = Object.entries(below).map(
  ([layer, above]): IForbiddenRuleType => ({
    name: `${layer}-calls-up`,
    severity: "error",
    from: { path: `^${layer}/`, pathNot: "\\.test\\.ts$|/testing\\.ts$" },
    to: { path: above },
  }),
);

/** Pure files of the foundation: no machine under them, so that a phone may check what is typed as the house does. */
const pure =
  "^foundation/(base45|cose|day|document|idnumber|masks|money|phone|presentation|text|uscc|verdict)\\.ts$";

const rules: IForbiddenRuleType[] = [
  ...upward,
  { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
  {
    name: "rooms-apart",
    severity: "error",
    from: { path: "^platforms/([^/]+)/([^/]+)/" },
    to: { path: "^platforms/", pathNot: "^platforms/$1/$2/|/events\\.ts$" },
  },
  {
    name: "registers-in-order",
    severity: "error",
    from: { path: "^registers/organisations/" },
    to: { path: "^registers/(rules|members|cases|exchange)/", pathNot: "/events\\.ts$" },
  },
  {
    name: "rules-before-members",
    severity: "error",
    from: { path: "^registers/rules/" },
    to: { path: "^registers/(members|cases|exchange)/", pathNot: "/events\\.ts$" },
  },
  {
    name: "members-before-cases",
    severity: "error",
    from: { path: "^registers/members/" },
    to: { path: "^registers/(cases|exchange)/", pathNot: "/events\\.ts$" },
  },
  {
    name: "ends-see-contracts-and-pure-files-only",
    severity: "error",
    from: { path: "^ends/" },
    to: {
      path: "^(foundation|engine|registers|platforms|server)/",
      pathNot: `/contract\\.ts$|${pure}`,
    },
  },
  {
    name: "pure-files-stay-pure",
    severity: "error",
    from: { path: pure },
    to: { path: "^(foundation|engine|registers|platforms|server)/", pathNot: pure },
  },
  {
    name: "pure-files-stand-on-no-machine",
    severity: "error",
    from: { path: pure },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "nobody-imports-the-server",
    severity: "error",
    from: {
      path: "^(foundation|engine|registers|platforms|ends)/",
      pathNot: "\\.test\\.tsx?$|/testing\\.ts$",
    },
    to: { path: "^(server|cli|journeys|bench)/" },
  },
];

const options: ICruiseOptions = {
  baseDir: root,
  ruleSet: { forbidden: rules },
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: "node_modules" },
  exclude: { path: "node_modules|dist/|bench/node_modules" },
  tsConfig: { fileName: join(root, "tsconfig.json") },
  enhancedResolveOptions: {
    exportsFields: ["exports"],
    conditionNames: ["import", "node", "types"],
  },
};

const workspaces = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  .workspaces as string[];
const folders = [
  ...new Set([...workspaces.map((name) => name.split("/")[0] ?? name), "server", "cli"]),
];
const { output } = await cruise(folders, options);
if (typeof output === "string") throw new Error("the cruiser answered text");
const { violations, totalCruised } = output.summary;
for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} → ${to}`);
console.log(`${totalCruised} modules, ${violations.length} violations`);
process.exitCode = violations.length > 0 || totalCruised < modulesAtLeast ? 1 : 0;
