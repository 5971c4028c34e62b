// The template (名册模板): the 22 columns with their code lists to choose from, and a sheet that says how to fill them.
import type { Act } from "@niangjia/foundation/act";
import { listOn } from "@niangjia/foundation/codelists";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { type Column, sheetFile } from "@niangjia/foundation/excel";
import type { Download } from "@niangjia/foundation/http";
import { columnOf, type RosterField, rosterFields } from "./columns.ts";
import { limits } from "./contract.ts";

const notes: readonly string[] = [
  "怎样填这张表",
  "1. 一人一行，从第 2 行起填。带星号的栏目必填：姓名、证件号码。其他栏目知道多少填多少，空着的以后可以补。",
  "2. 证件号码、移动电话已设为文本格式，请直接输入；从别的表复制时请用“选择性粘贴—数值”，以免格式被改成数字。",
  "3. 日期写成 1985-03-01 这样的四位年、月、日。出生日期、性别空着时，由身份证号得出。",
  "4. 有下拉箭头的栏目请从列表里选。旧代码、代码数字和常用说法也认得，导入时会换成现行的说法。",
  "5. 证件类别空着时，按居民身份证读号码。",
  "6. 会籍变化类型：新入会填“入会”，从别的工会转来填“转入”，退休、失业等保留会籍填“保留”。转出、除名、退会不在这里办。",
  "7. 会籍变化日期空着时，按导入当天登记。",
  "8. “导入结果”“错误原因”不用填。有错的行会退回一份 Excel，最后一列写着哪里错、怎么改；改好后把那份 Excel 再导入就行，已经入库的人不会重复。",
  "9. 一个人只能在一个工会。已是别的工会会员的，请办理“组织关系接转”。",
  `10. 一次最多 ${limits.importRows / 10_000} 万行、${limits.fileBytes / 1024 / 1024} MB；更多请分成几个文件。`,
];

const inTemplate = rosterFields.filter((field) => columnOf(field).inTemplate);

/** Only what an import takes; leaving the union is not done by roster. */
const takenChanges = ["1", "2", "3"];

function choicesOn(field: RosterField, today: Day): readonly string[] | undefined {
  const { list } = columnOf(field);
  if (list === undefined) return undefined;
  const { entries } = listOn(list, today);
  const offered =
    field === "changeKind" ? entries.filter(({ code }) => takenChanges.includes(code)) : entries;
  return offered.map(({ name }) => name);
}

function templateColumn(field: RosterField, today: Day): Column {
  const { title, required } = columnOf(field);
  const choices = choicesOn(field, today);
  return {
    title: required ? `${title}*` : title,
    kind: field === "reason" ? "reason" : "text",
    ...(choices ? { choices } : {}),
  };
}

/** The same day gives the same bytes. */
export async function downloadTemplate(act: Act): Promise<Download> {
  const today = dayOf(act.now);
  return sheetFile({
    ...{ name: "会员信息", file: "工会会员名册模板" },
    columns: inTemplate.map((field) => templateColumn(field, today)),
    notes,
    rows: [],
  });
}
