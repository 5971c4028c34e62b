// A new room (新业务室): node tools/new-room.ts <platform> <word> <Chinese> makes its folder and lists it in server/rooms.ts.
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesOf } from "./new-room-data.ts";

const root = join(import.meta.dirname, "..");
const platforms = ["realname", "grassroots", "headquarters", "benefits", "gig"];
const usage = `用法：node tools/new-room.ts <平台> <英文词> <中文名>，例如 benefits coupons 消费券。
平台是 ${platforms.join("、")} 之一；英文词用小写字母，几个词之间用 -。`;

class Mistake extends Error {}

/** The catalogue's functions of a room; its effects may hold commas, and are then quoted. */
function catalogueOf(word: string) {
  const lines = readFileSync(join(root, "platforms", "catalogue.csv"), "utf8").split("\n");
  return lines
    .filter((line) => line.split(",")[1] === word)
    .map((line) => {
      const [, , , id = "", title = "", , , ...rest] = line.split(",");
      const text = rest.join(",");
      const effect = text.startsWith('"') ? text.slice(1, text.indexOf('"', 1)) : rest[0];
      return { id, title, effect };
    });
}

function nextNumber(): number {
  const folders = "{foundation,engine,registers,platforms}/**/migrations/*.sql";
  const files = globSync(folders, { cwd: root, exclude: ["**/node_modules/**"] });
  return Math.max(0, ...files.map((file) => Number(basename(file).slice(0, 4)))) + 1;
}

function read(words: readonly string[]) {
  const [platform = "", word = "", title = "", ...more] = words;
  if (more.length > 0 || !platforms.includes(platform)) throw new Mistake(usage);
  if (!/^[a-z]+(-[a-z]+)*$/.test(word) || !/^\p{sc=Han}+$/u.test(title)) throw new Mistake(usage);
  const taken = globSync(`{registers,platforms/*}/${word}`, { cwd: root })[0];
  if (taken) throw new Mistake(`“${word}”已经是 ${taken} 了，请换一个词：一个词只指一个业务室。`);
  return { platform, word, title };
}

/** Puts the import and the room into the only list of rooms. */
function list(word: string, platform: string): void {
  const file = join(root, "server", "rooms.ts");
  const variable = word.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const source = `@niangjia/platforms/${platform}/${word}`;
  const entries = /(: readonly CaseRoom\[\] => \[\n(?: {2}.+\n)*?)(?=\];)/;
  const text = readFileSync(file, "utf8");
  if (!entries.test(text)) throw new Error("server/rooms.ts has no list of the platforms' rooms");
  const line = `import { room as ${variable} } from "${source}";`;
  const imported = text.replace(/^import .*;$/m, `$&\n${line}`);
  writeFileSync(file, imported.replace(entries, `$1  ${variable},\n`));
}

function make(words: readonly string[]): void {
  const { platform, word, title } = read(words);
  const found = catalogueOf(word);
  const note = {
    id: `${word}.note`,
    title: "记一笔",
    effect: "a line is kept at a union, and told",
  };
  const functions = found.length > 0 ? found : [note];
  const first = functions[0] ?? note;
  const folder = join(root, "platforms", platform, word);
  const files = filesOf({
    ...{ platform, word, title, table: word.replaceAll("-", "_"), number: nextNumber() },
    first: { name: first.id.slice(word.length + 1), title: first.title },
    functions: functions.map((one) => `| \`${one.id}\` ${one.title} | ${one.effect} |`),
  });
  for (const [name, text] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  list(word, platform);
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const made = [folder, join(root, "server", "rooms.ts")];
  spawnSync(process.execPath, [biome, "check", "--write", ...made], { cwd: root });
  console.log(`已建立 platforms/${platform}/${word}：${[...files.keys()].join("、")}`);
  console.log("已列入 server/rooms.ts。请从 README.md 写起，再运行 npm run check。");
}

try {
  make(process.argv.slice(2));
} catch (mistake) {
  if (!(mistake instanceof Mistake)) throw mistake;
  console.error(mistake.message);
  process.exitCode = 1;
}
