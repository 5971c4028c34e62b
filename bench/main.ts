// npm run bench (基准测试): what the house costs beside its peers, in one run; a table for people, a line for machines.
import { parseArgs } from "node:util";
import { app } from "./app.ts";
import type { Bench, Outcome, Wishes } from "./bench.ts";
import { desk } from "./desk.ts";
import { find } from "./find.ts";
import { onGround } from "./ground.ts";
import { http } from "./http.ts";
import { importing } from "./import.ts";
import { rollup } from "./rollup.ts";
import { rounded, tableOf } from "./table.ts";

const benches: readonly Bench[] = [importing, find, rollup, http, desk, app];

/** What one Excel sheet holds besides its head. */
const sheetRows = 1_000_000;

const help = `用法：npm run bench -- [名称] [选项]

${benches.map(({ name, title }) => `  ${name.padEnd(8)}${title}`).join("\n")}

  不写名称则逐项都测。每项自建一个临时数据库，测完或按 Ctrl-C 即删。
  --members   库里先有多少会员（1000000）
  --rows      导入的名册有多少行（与 --members 相同，至多 1000000）
  --rounds    与对照轮流测几轮，取中位数（7）
  --seconds   每轮压测几秒（5）
  --cases     办件库里先有多少办结的办件（1000000）
  --cases-per-round  每轮从提交办到办结多少件（200）
  --concurrency      同时在办多少件（8）
  --json      最后每项输出一行 JSON
`;

function wholeNumber(name: string, text: string, atMost: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1 && number <= atMost) return number;
  throw new Error(`--${name} 应是 1 到 ${atMost} 的整数，现在是“${text}”。`);
}

function readWords() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      members: { type: "string", default: "1000000" },
      rows: { type: "string" },
      rounds: { type: "string", default: "7" },
      seconds: { type: "string", default: "5" },
      cases: { type: "string", default: "1000000" },
      "cases-per-round": { type: "string", default: "200" },
      concurrency: { type: "string", default: "8" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const unknown = positionals.find((word) => benches.every(({ name }) => name !== word));
  if (unknown !== undefined) throw new Error(`没有名为“${unknown}”的基准测试。\n\n${help}`);
  const members = wholeNumber("members", values.members, 10_000_000);
  const wishes: Wishes = {
    members,
    rows: wholeNumber("rows", values.rows ?? String(Math.min(members, sheetRows)), sheetRows),
    rounds: wholeNumber("rounds", values.rounds, 1_000),
    seconds: wholeNumber("seconds", values.seconds, 600),
    cases: wholeNumber("cases", values.cases, 10_000_000),
    casesPerRound: wholeNumber("cases-per-round", values["cases-per-round"], 100_000),
    concurrency: wholeNumber("concurrency", values.concurrency, 100),
  };
  const isAsked = ({ name }: Bench) => positionals.length === 0 || positionals.includes(name);
  return { ...values, wishes, asked: benches.filter(isAsked) };
}

async function main(): Promise<void> {
  const { asked, wishes, json, help: wantsHelp } = readWords();
  if (wantsHelp) return void process.stdout.write(help);
  const outcomes = new Map<Bench, Outcome>();
  for (const bench of asked) {
    process.stdout.write(`\n${bench.title}（${bench.name}）\n`);
    const outcome = await onGround((ground) => bench.run(ground, wishes));
    process.stdout.write(`\n${tableOf(bench, outcome)}`);
    outcomes.set(bench, outcome);
  }
  if (!json) return;
  for (const [{ name }, { figures }] of outcomes) {
    process.stdout.write(`${JSON.stringify({ bench: name, figures: rounded(figures) })}\n`);
  }
}

try {
  await main();
} catch (error) {
  // What a person can mend is said in one sentence; a bug shows where it is.
  const { message, stack } = error as Error;
  process.stderr.write(`${/[一-鿿]/.test(message) ? message : stack}\n`);
  process.exitCode = 1;
}
