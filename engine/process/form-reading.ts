// Form reading (表单校验): from a form the schema that checks it, and the faults beside each field.
import { type Day, formatDay, readDay } from "@niangjia/foundation/day";
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { isId } from "@niangjia/foundation/ids";
import { formatYuan } from "@niangjia/foundation/money";
import { normaliseName } from "@niangjia/foundation/names";
import { readPhone } from "@niangjia/foundation/phone";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { faulty, taken, type Verdict } from "@niangjia/foundation/verdict";
import { z } from "zod";
import type { FactsOf, Field, Form } from "./form.ts";
import {
  type Answers,
  columnsOf,
  type FieldsByName,
  fieldsOf,
  isShown,
  optionsOf,
} from "./form-description.ts";

/**
 * Checks what was filled in on a day and gives the facts in their normal form. Blank answers count
 * as not given and fields not shown are left out. Messages are Chinese and stand at their field.
 */
export function schemaOf<F extends Form>(form: F, today: Day): z.ZodType<FactsOf<F>> {
  const known = built.get(form);
  if (known?.today === today) return known.schema as z.ZodType<FactsOf<F>>;
  const schema = build(form, today);
  built.set(form, { today, schema });
  return schema as z.ZodType<FactsOf<F>>;
}

/** Building costs thirty times a check, and everyone who files on one day needs the same. */
const built = new WeakMap<Form, { readonly today: Day; readonly schema: z.ZodType }>();

function build(form: Form, today: Day): z.ZodType {
  const fields = new Map(fieldsOf(form));
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of fields) {
    const schema = schemaOfField(field, today);
    shape[name] = field.required && !field.when ? schema : schema.optional();
  }
  let whole: z.ZodType<Answers> = z.strictObject(shape, { error: wholeFault });
  for (const [name, field] of fields) {
    if (!field.when || !field.required) continue;
    const fits = (answers: Answers) =>
      Object.hasOwn(answers, name) || !isShown(name, fields, answers);
    whole = whole.refine(fits, {
      path: [name],
      error: missing(field),
      when: ({ value, issues }) =>
        isAnswers(value) && !issues.some(({ path }) => path?.[0] === name),
    });
  }
  return z.preprocess((raw) => given(fields, raw), whole);
}

/** The facts, or each fault with the name of its field and what to do about it. */
export function readForm<F extends Form>(
  form: F,
  raw: unknown,
  today: Day,
): { readonly facts: FactsOf<F> } | { readonly faults: readonly FieldFault[] } {
  const reading = schemaOf(form, today).safeParse(raw);
  if (reading.success) return { facts: reading.data };
  const faults = reading.error.issues.flatMap((issue): FieldFault[] => {
    if (issue.code !== "unrecognized_keys")
      return [{ path: issue.path.join("."), say: issue.message }];
    const above = issue.path.map((part) => `${String(part)}.`).join("");
    return issue.keys.map((key) => ({ path: above + key, say: issue.message }));
  });
  return { faults };
}

const isAnswers = (raw: unknown): raw is Answers =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

const wholeFault = (issue: { code?: string }): string =>
  issue.code === "unrecognized_keys"
    ? "表单里没有这一项，请刷新页面后重新填写。"
    : "没有收到填写的内容，请刷新页面后重试。";

/** Answers without what handlers wrote before and what is no longer shown beside the others. */
export function keptOf(form: Form, answers: Answers): Answers {
  const fields = new Map(fieldsOf(form));
  const isKept = (name: string) =>
    fields.get(name)?.by !== "handler" || isShown(name, fields, answers);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => isKept(name)));
}

/** Of these fields, each that is asked for as the answers stand and has none, in the form's words. */
export function emptyAmong(form: Form, names: readonly string[], answers: Answers): FieldFault[] {
  const fields = new Map(fieldsOf(form));
  return [...fields].flatMap(([name, field]): FieldFault[] => {
    const isAsked = names.includes(name) && field.required && isShown(name, fields, answers);
    return isAsked && isBlank(answers[name]) ? [{ path: name, say: missing(field) }] : [];
  });
}

/** What was really answered: blanks and fields not shown are not. */
function given(fields: FieldsByName, raw: unknown): unknown {
  if (!isAnswers(raw)) return raw;
  const filled = Object.fromEntries(Object.entries(raw).filter(([, answer]) => !isBlank(answer)));
  const shown = Object.entries(filled).filter(([name]) => isShown(name, fields, filled));
  return Object.fromEntries(shown);
}

const isBlank = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  (typeof answer === "string" && answer.trim() === "") ||
  (Array.isArray(answer) && answer.length === 0);

const verbs: Partial<Record<Field["kind"], string>> = {
  choice: "请选择",
  union: "请选择",
  post: "请选择",
  day: "请选择",
  "yes-no": "请选择",
  files: "请上传",
};
const missing = ({ kind, label }: Field) => `${verbs[kind] ?? "请填写"}${label}。`;

function schemaOfField(field: Field, today: Day): z.ZodType {
  switch (field.kind) {
    case "text":
      return read(field, (text) => readText(text.replace(/\s+/g, " "), field.maxLength));
    case "long-text":
      return read(field, (text) => readText(text, field.maxLength));
    case "person-name":
      return read(field, readPersonName);
    case "id-number":
      return read(field, (text) => readId(text, today));
    case "phone":
      return read(field, readPhone);
    case "day":
      return read(field, (text) => readDayWithin(text, field, today));
    case "choice":
      return choiceSchema(
        field,
        optionsOf(field.choices, today).map(({ value }) => value),
      );
    case "union":
      return z.string(missing(field)).refine(isId, "请从列表里选择工会。");
    case "yes-no":
      return z.boolean(missing(field));
    case "number":
      return numberSchema(field);
    case "money":
      return moneySchema(field);
    case "files":
      return filesSchema(field);
    case "post":
      return z.string(missing(field)).refine(isId, "请从名单里选择。");
    case "rows":
      return rowsSchema(field, today);
  }
}

type Of<K extends Field["kind"]> = Extract<Field, { kind: K }>;

/** Text that a reader understands, given back in its normal form. */
const read = <V>(field: Field, reader: (text: string) => Verdict<V, string>) =>
  z.string(missing(field)).transform((text, context): V => {
    const verdict = reader(text);
    if (verdict.ok) return verdict.value;
    context.issues.push({ code: "custom", message: verdict.say, input: text });
    return z.NEVER;
  });

/** Controls that no keyboard types; a line break is text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const unseen = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff]/g;

function readText(text: string, maxLength: number): Verdict<string, "empty" | "length"> {
  const clean = text.toWellFormed().normalize("NFC").replace(unseen, "").trim();
  if (clean === "") return faulty("empty", "这里没有可以看见的文字，请重新填写。");
  const length = Array.from(clean).length;
  if (length <= maxLength) return taken(clean);
  return faulty("length", `这里最多写 ${maxLength} 个字，现在有 ${length} 个，请写短一些。`);
}

/** Chinese characters with a middle dot between parts, or a foreign name in letters. */
const nameForm =
  /^(?:\p{Script=Han}[\p{Script=Han}·]{0,28}\p{Script=Han}|\p{L}[\p{L}\p{M} ·.'’-]{1,59})$/u;

function readPersonName(text: string): Verdict<string, "name"> {
  const name = normaliseName(text);
  if (nameForm.test(name)) return taken(name);
  return faulty("name", "请填写证件上的姓名，只用汉字（或外文字母），不带称呼、数字和符号。");
}

/** The applicant types it from the card, so a number ending in 000 is taken when it checks out. */
function readId(text: string, today: Day): Verdict<string, string> {
  const verdict = readIdNumber(text, { today, typed: true });
  return verdict.ok ? taken(verdict.value.number) : verdict;
}

function readDayWithin(text: string, field: Of<"day">, today: Day): Verdict<Day, string> {
  const verdict = readDay(text);
  if (!verdict.ok) return verdict;
  const latest = field.latest === "today" ? today : field.latest;
  if (field.earliest && verdict.value < field.earliest) {
    return faulty("early", `不能早于 ${formatDay(field.earliest)}，请核对。`);
  }
  if (latest && verdict.value > latest) {
    const last = field.latest === "today" ? "今天" : ` ${formatDay(latest)}`;
    return faulty("late", `不能晚于${last}，请核对。`);
  }
  return verdict;
}

function choiceSchema(field: Field, values: readonly string[]) {
  const error = ({ input }: { input?: unknown }) =>
    input === undefined ? missing(field) : "没有这个选项，请从列表里选择。";
  return z.enum(values, { error });
}

function numberSchema(field: Of<"number">) {
  const { min, max, decimals, unit = "" } = field;
  const fine = decimals === 0 ? "请填写整数。" : `最多写 ${decimals} 位小数。`;
  return z
    .number(missing(field))
    .min(min, `不能少于 ${min}${unit}，请核对。`)
    .max(max, `不能超过 ${max}${unit}，请核对。`)
    .refine((value) => Number(value.toFixed(decimals)) === value, fine);
}

const moneySchema = (field: Of<"money">) =>
  z
    .number(missing(field))
    .refine(Number.isSafeInteger, "金额最多写到分，也就是两位小数。")
    .min(field.minFen, `不能少于 ${formatYuan(field.minFen)}，请核对。`)
    .max(field.maxFen, `不能超过 ${formatYuan(field.maxFen)}，请核对。`);

const filesSchema = (field: Of<"files">) =>
  z
    .array(z.string().refine(isId, "这个文件没有上传成功，请重新上传。"), missing(field))
    .max(field.maxCount, `最多上传 ${field.maxCount} 个文件，请删去多余的。`);

/** Each row is read as a form of its own: its faults stand at `list.0.phone`. */
function rowsSchema(field: Of<"rows">, today: Day) {
  const { label, min, max } = field;
  const columns = new Map<string, Field>(columnsOf(field));
  const shape = [...columns].map(([name, column]) => {
    const schema = schemaOfField(column, today);
    return [name, column.required ? schema : schema.optional()] as const;
  });
  const row = z.preprocess(
    (raw) => given(columns, raw),
    z.strictObject(Object.fromEntries(shape), { error: wholeFault }),
  );
  const said = ({ input }: { input?: unknown }) => (Array.isArray(input) ? input.length : 0);
  return z
    .array(row, missing(field))
    .min(min, { error: (issue) => `${label}至少填 ${min} 行，现在有 ${said(issue)} 行。` })
    .max(max, { error: (issue) => `${label}最多填 ${max} 行，现在有 ${said(issue)} 行。` });
}
