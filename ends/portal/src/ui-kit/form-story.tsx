// The form (表单样张): a case's form drawn from its description, with the server's refusal put beside its fields.
import { Button } from "antd";
import { useState } from "react";
import type { FormDescription } from "../ui/form/description.ts";
import { FormFields } from "../ui/form/form-fields.tsx";
import { FormShell } from "../ui/form/form-shell.tsx";
import type { Saved } from "../ui/form/saved-state.tsx";
import { StepShell } from "../ui/form/step-shell.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Problem } from "../ui/problem.ts";
import { Section } from "../ui/section.tsx";

const join: FormDescription = {
  groups: [
    {
      title: "本人信息",
      help: "从实名库带出的内容可以直接用，有误请改正。",
      fields: [
        { name: "name", title: "姓名", kind: "text", required: true, maxLength: 40 },
        {
          name: "idNumber",
          title: "身份证号",
          kind: "id-number",
          required: true,
          help: "用于核对身份，列表里只显示前三位和后四位。",
        },
        { name: "phone", title: "手机号", kind: "phone", required: true },
        { name: "birthday", title: "参加工作日期", kind: "day" },
        {
          name: "wage",
          title: "上月工资",
          kind: "money",
          min: 0,
          help: "用来核算会费，按实发数填写。",
        },
      ],
    },
    {
      title: "工作与入会",
      fields: [
        {
          name: "work",
          title: "就业形态",
          kind: "choice",
          required: true,
          options: [
            { value: "firm", title: "单位职工" },
            { value: "gig", title: "新就业形态劳动者" },
            { value: "free", title: "灵活就业" },
          ],
        },
        {
          name: "platform",
          title: "主要接单平台",
          kind: "choice",
          when: { field: "work", is: ["gig"] },
          required: true,
          options: ["外卖", "快递", "网约车", "货运", "家政", "直播"].map((title) => ({
            value: title,
            title,
          })),
        },
        { name: "hours", title: "每周工作时间", kind: "number", unit: "小时", min: 0, max: 168 },
        {
          name: "wants",
          title: "希望参加的服务",
          kind: "choices",
          options: ["医疗互助", "技能培训", "法律援助", "相亲联谊"].map((title) => ({
            value: title,
            title,
          })),
        },
        { name: "agree", title: "同意按月代扣会费", kind: "yes-no", required: true },
        { name: "reason", title: "想对工会说的话", kind: "long-text", maxLength: 200 },
      ],
    },
  ],
};

const refused = new Problem({
  status: 422,
  title: "有 2 处内容没有填对。",
  next: "请按每一处的提示修改后再提交。",
  faults: [
    { path: "idNumber", say: "这个身份证号已在三一重工工会入会，请核对，或改办组织关系接转" },
    { path: "phone", say: "这个手机号已登记在另一人名下，请核对" },
  ],
});

export function FormStory() {
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState<Saved>({ state: "saved", at: new Date(Date.now() - 180_000) });
  return (
    <>
      <PageHead
        title="入会申请"
        sentence="一次填完，工会在 2 个工作日内答复；中途离开，草稿会保留。"
      />
      <Section>
        <StepShell
          current={1}
          steps={[
            { title: "选择工会", result: "黄花镇货运驾驶员联合工会" },
            { title: "填写申请" },
            { title: "核对并提交" },
          ]}
        >
          <FormShell
            initialValues={{ name: "张三", phone: "13812345678" }}
            onSubmit={() => setProblem(refused)}
            onValues={() => setSaved({ state: "unsaved" })}
            problem={problem}
            submit="提交申请"
            saved={saved}
            note="提交后由所在工会审核，审核前可以撤回。"
            more={
              <Button onClick={() => setSaved({ state: "saved", at: new Date() })}>保存草稿</Button>
            }
          >
            <FormFields form={join} />
          </FormShell>
        </StepShell>
      </Section>
    </>
  );
}
