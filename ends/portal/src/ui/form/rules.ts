// Form rules (校验): what can be said about a field before the server is asked; the server always decides.
import type { Rule } from "antd/es/form";
import { moneyWords } from "../words.ts";
import type { FieldDescription } from "./description.ts";

const valueTypes: Record<string, "boolean" | "number" | "array"> = {
  "yes-no": "boolean",
  number: "number",
  money: "number",
  choices: "array",
  files: "array",
};

const picked = new Set(["choice", "choices", "day", "union", "post"]);

/** Full-width figures and stray spaces, as they come out of Excel and WeChat, become plain ones. */
export function plainFigures(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** What the union knows comes with stars and goes back as it came; other stars the server turns down. */
export function rulesOf(field: FieldDescription): Rule[] {
  const rules: Rule[] = [];
  if (field.required) {
    const type = valueTypes[field.kind] ?? "string";
    rules.push({ required: true, type, whitespace: type === "string", message: missing(field) });
  }
  if (field.maxLength) {
    rules.push({ max: field.maxLength, message: `${field.title}最多 ${field.maxLength} 个字` });
  }
  if (field.kind === "phone") {
    rules.push({ pattern: /^1[\d*]{10}$/, message: "手机号是 1 开头的 11 位数字，请核对" });
  }
  if (field.kind === "id-number") {
    rules.push({
      pattern: /^([\d*]{15}|[\d*]{17}[\dX*])$/,
      message: "身份证号是 18 位（旧证 15 位），最后一位可以是 X，请核对",
    });
  }
  if (field.kind === "number" || field.kind === "money") rules.push(bounds(field));
  return rules;
}

function missing({ kind, title }: FieldDescription): string {
  if (kind === "yes-no") return "请选择是或否";
  if (kind === "files") return `请上传${title}`;
  return `${picked.has(kind) ? "请选择" : "请填写"}${title}`;
}

function bounds({ title, kind, min, max, unit = "" }: FieldDescription): Rule {
  const say = (value: number) => (kind === "money" ? moneyWords(value) : `${value}${unit}`);
  return {
    validator: (_rule, value: number | null | undefined) => {
      if (value === null || value === undefined) return Promise.resolve();
      if (min !== undefined && value < min) return Promise.reject(`${title}不能少于 ${say(min)}`);
      if (max !== undefined && value > max) return Promise.reject(`${title}不能超过 ${say(max)}`);
      return Promise.resolve();
    },
  };
}
