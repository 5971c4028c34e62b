// A room with one rich flow (样例事项): a table, a chosen handler, a fork, a notice, for whoever walks its pages.
import {
  approve,
  arm,
  cadreOf,
  chairOf,
  choiceField,
  choose,
  chosen,
  from,
  notice,
  numberField,
  officerOf,
  otherwise,
  personNameField,
  phoneField,
  postField,
  review,
  rowsField,
  timed,
  together,
  unionField,
  workdays,
} from "@niangjia/engine/process";
import { type CaseRoom, caseFunction } from "@niangjia/registers/cases";

const form = {
  union: unionField("所在工会"),
  staff: numberField("职工人数", { unit: "人" }),
  committee: rowsField("委员名单", {
    columns: {
      name: personNameField("姓名"),
      post: choiceField("职务", { chair: "主席", vice: "副主席", member: "委员" }),
      phone: phoneField("手机号"),
    },
    min: 2,
    max: 9,
  }),
  handler: postField("承办人", { role: "cadre", at: "union.county" }, { by: "handler" }),
  level: choiceField("难易", { easy: "一般", hard: "复杂" }, { by: "handler" }),
};

const county = cadreOf("union.county");
const within = workdays(3);

const found = caseFunction({
  id: "sample.found",
  title: "建会申请",
  says: "单位职工一起成立工会",
  may: ["worker", "member", "officer"],
  version: 1,
  form,
  flow: timed(
    { within: workdays(20), overseer: county },
    review(officerOf("union"), {
      title: "材料初审",
      within,
      extendable: 5,
      rights: { handler: "write", level: "write" },
    }),
    choose(
      arm(
        "25 人以上",
        from("staff", 25),
        together(
          otherwise("组织", review(chairOf("union"), { title: "主席审核", within })),
          otherwise("片区", review(officerOf("union.parent"), { title: "上级工会审核", within })),
        ),
      ),
      otherwise("不足 25 人", review(chairOf("union"), { title: "主席直接审核", within })),
    ),
    notice(workdays(5), county),
    approve(chosen("cadre", "union.county", "handler"), { title: "承办人审批", within }),
  ),
  summary: ({ staff }) => `${staff} 人建会`,
  effect: async () => "工会可以开始办公了。",
});

export const foundingRoom: CaseRoom = {
  word: "sample",
  title: "样例",
  platform: "grassroots",
  cases: [found],
};

export const committee = [
  { name: "林小满", post: "chair", phone: "13800138001" },
  { name: "周立夏", post: "member", phone: "13800138002" },
];
