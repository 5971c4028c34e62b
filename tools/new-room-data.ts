// The files of a new room (新业务室), as its neighbours have them: one record kept at a union, by its public door.

/** What the files of one room differ in. */
export interface Room {
  readonly platform: string;
  /** Folder, URL prefix and start of ids, such as `legal-aid`. */
  readonly word: string;
  /** Chinese, such as 法律援助. */
  readonly title: string;
  /** The word where hyphens may not stand: prefix of its tables, such as `legal_aid`. */
  readonly table: string;
  /** Its first function: file name, last part of its id, and Chinese. */
  readonly first: { readonly name: string; readonly title: string };
  /** The catalogue's lines of this room, as rows of a table in its README. */
  readonly functions: readonly string[];
  /** Of its migration, over the whole house. */
  readonly number: number;
}

const readme = ({
  platform,
  word,
  title,
  first,
  functions,
}: Room): string => `# ${title} ${word} (${platform})

What the room is for and for whom, in two sentences; the instruments it rests on, with article and date.

| function | what it leaves in the store |
|---|---|
${functions.join("\n")}

Example: \`POST /api/${word}/notes\` \`{ "union": …, "words": "…" }\` keeps a line at the union; \`GET /api/${word}/notes\` lists
those within the caller's union. It stands where \`${word}.${first.name}\` goes.
`;

const contract = ({
  word,
  title,
  first,
}: Room): string => `// Contract of ${word} (${title}), as the ends see it.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { z } from "zod";

export const refusals = {
  unionNotFound: {
    code: "${word}.union-not-found",
    status: 404,
    say: "没有找到这个工会。",
    next: "它可能不在您能办的范围内；请从列表里重新选择。",
  },
} as const satisfies Record<string, RefusalKind>;

const count = z.number().int();

export const make = {
  id: "${word}.${first.name}",
  title: "${first.title}",
  method: "POST",
  path: "/${word}/notes",
  body: z.object({
    union: z.uuid("请选择工会"),
    words: z.string("请填写内容").trim().min(1, "请填写内容").max(200, "内容最多 200 个字"),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.unionNotFound],
} as const;

export const list = {
  id: "${word}.${first.name}.list",
  title: "${first.title}一览",
  method: "GET",
  path: "/${word}/notes",
  query: z.object({
    page: z.coerce.number().int("页码是整数").min(1, "页码从 1 开始").max(10_000).default(1),
    size: z.coerce.number().int("每页条数是整数").min(1).max(100, "每页最多 100 条").default(20),
  }),
  answer: z.object({
    rows: z.array(z.object({ id: z.uuid(), words: z.string(), madeDay: z.iso.date() })),
    ...{ total: count, page: count, size: count },
  }),
} as const;
`;

const events = ({ word, title }: Room): string => `// Events of ${word} (${title}): ids only.
import type { Event } from "@niangjia/foundation/outbox";

export interface Noted {
  readonly noteId: string;
}

export const names = { noted: "${word}.noted" } as const;

export const noted = (orgPath: string, body: Noted): Event<string, Noted> => ({
  name: names.noted,
  orgPath,
  body,
});
`;

const store = ({
  title,
  table,
  word,
}: Room): string => `// Store of ${word} (${title}): the only SQL of the room.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";

type NoteRow = {
  id: string;
  org_id: string;
  org_path: string;
  words: string;
  made_day: Day;
  made_by: string;
};

type Tables = { "business.${table}_notes": NoteRow };
const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertNote(act: Act, row: NoteRow): Promise<void> {
  await db(act).insertInto("business.${table}_notes").values(row).execute();
}

/** Those in reach, the newest first. */
export async function listNotes(
  act: Act,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: NoteRow[]; total: number }> {
  const notes = db(act).selectFrom("business.${table}_notes");
  const [rows, { total }] = await Promise.all([
    notes
      .selectAll()
      .orderBy("made_day", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .offset(offset)
      .execute(),
    notes.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { rows, total };
}
`;

const useCase = ({
  title,
  first,
}: Room): string => `// ${title} (${first.title}): a line is kept at a union, and told.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, holdUnion } from "@niangjia/registers/organisations";
import { type list, type make, refusals } from "./contract.ts";
import { noted } from "./events.ts";
import { insertNote, listNotes } from "./store.ts";

/** Refuses a union outside that of the post, and one that does not live. */
export async function makeNote(
  act: Act,
  { body }: Asked<typeof make>,
): Promise<Answer<typeof make>> {
  const { accountId, post } = act.actor;
  if (!post || !accountId) throw new Error("only staff make notes");
  const found = await findUnion(act, body.union);
  if (found?.state !== "live" || !contains(orgPath(post.orgPath), found.path)) {
    throw refuse(refusals.unionNotFound);
  }
  const union = await holdUnion(act, found.id);
  const id = newId(act.now);
  await insertNote(act, {
    ...{ id, org_id: union.id, org_path: union.path, words: body.words },
    ...{ made_day: dayOf(act.now), made_by: accountId },
  });
  await emit(act, noted(union.path, { noteId: id }));
  return { id };
}

export async function showNotes(
  act: Act,
  { query: { page, size } }: Asked<typeof list>,
): Promise<Answer<typeof list>> {
  const { rows, total } = await listNotes(act, { limit: size, offset: (page - 1) * size });
  const shown = rows.map(({ id, words, made_day }) => ({ id, words, madeDay: made_day }));
  return { rows: shown, total, page, size };
}
`;

const test = ({
  word,
  title,
  table,
  first,
}: Room): string => `// ${title} (${first.title}) by its public door: what is kept, who is told, and who is refused.
import { describe, expect, it } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";

describe("${word}.${first.name}", () => {
  it("is kept at its union, told, and listed", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    const union = await house.unionId(tree.firm);
    const made = await officer.post("/api/${word}/notes", { union, words: "第一笔" });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const { id } = made.body;
    const kept = await house.owner.query("select id, org_path, words from business.${table}_notes");
    expect(kept.rows).toEqual([{ id, org_path: tree.firm, words: "第一笔" }]);
    const told = await house.owner.query(
      "select body from outbox.events where name = '${word}.noted'",
    );
    expect(told.rows).toEqual([{ body: { noteId: id } }]);
    const { body } = await officer.get("/api/${word}/notes");
    expect(body).toMatchObject({ total: 1, rows: [{ id, words: "第一笔" }] });
  });

  it("of a union elsewhere is refused, and not seen there", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    const other = await house.signIn("officer", tree.otherFirm);
    const union = await house.unionId(tree.otherFirm);
    const refused = await officer.post("/api/${word}/notes", { union, words: "别处的" });
    expect(refused.body.code).toBe("${word}.union-not-found");
    expect((await other.get("/api/${word}/notes")).body.total).toBe(0);
  });
});
`;

const routes = ({
  word,
  title,
  first,
}: Room): string => `// Routes of ${word} (${title}): contract × who may × use case.
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import { makeNote, showNotes } from "./${first.name}.ts";

const may = unionStaff;

export const routes: readonly Route[] = [
  route(contract.make, { may, run: makeNote, callsAMinute: 60 }),
  route(contract.list, { may, run: showNotes }),
];
`;

const index = ({
  platform,
  word,
  title,
  first,
}: Room): string => `// The room of ${word} (${title}), as the server takes it up.
import { unionStaff } from "@niangjia/foundation/roles";
import type { Room } from "@niangjia/foundation/room";
import { routes } from "./routes.ts";

export const room: Room = {
  word: "${word}",
  title: "${title}",
  platform: "${platform}",
  functions: [{ id: "${word}.${first.name}", title: "${first.title}", may: unionStaff }],
  routes,
};
`;

const migration = ({ title, table }: Room): string => `-- ${title}: what is noted at a union.

create table business.${table}_notes (
  id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  words text not null,
  made_day date not null,
  made_by uuid not null
);
comment on table business.${table}_notes is '${title}: a line a union keeps';
comment on column business.${table}_notes.made_by is 'account of who wrote it';
create index ${table}_notes_path on business.${table}_notes (org_path, made_day desc, id);
call house.by_union('business.${table}_notes', 'select, insert');
`;

/** The files of a room by their path inside its folder. */
export function filesOf(room: Room): ReadonlyMap<string, string> {
  const { first, number, table } = room;
  return new Map([
    ["README.md", readme(room)],
    ["contract.ts", contract(room)],
    ["events.ts", events(room)],
    ["store.ts", store(room)],
    [`${first.name}.ts`, useCase(room)],
    [`${first.name}.test.ts`, test(room)],
    ["routes.ts", routes(room)],
    ["index.ts", index(room)],
    [`migrations/${String(number).padStart(4, "0")}_${table}.sql`, migration(room)],
  ]);
}
