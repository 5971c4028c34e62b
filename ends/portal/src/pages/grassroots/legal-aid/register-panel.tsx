// Registering a lawyer (登记律师), and changing what is on file.
import { useQuery } from "@tanstack/react-query";
import { Empty } from "../../../ui/empty.tsx";
import type { FormDescription } from "../../../ui/form/description.ts";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { CaseForm } from "../../functions/case-form.tsx";
import {
  type ChangedLawyer,
  type Lawyer,
  type NewLawyer,
  postsQuery,
  useChange,
  useRegister,
} from "./lawyers.ts";
import { specialities } from "./words.ts";

type Fields = FormDescription["groups"][number]["fields"];
const required = true;

const facts: Fields = [
  { name: "firm", title: "律师事务所", kind: "text", maxLength: 60, required },
  {
    ...{ name: "practiceNumber", title: "执业证号", kind: "text", maxLength: 17, required },
    help: "17 位数字",
  },
  { name: "specialities", title: "专长", kind: "choices", options: specialities, required },
  {
    ...{ name: "serves", title: "优先服务哪里", kind: "union", required: false },
    help: "乡镇、街道或者基层工会；不填是全县",
  },
];

const registerForm = (posts: { value: string; title: string }[]): FormDescription => ({
  groups: [
    {
      fields: [
        { name: "post", title: "律师岗位", kind: "choice", options: posts, required },
        ...facts,
      ],
    },
  ],
});

const changeForm: FormDescription = {
  groups: [
    {
      fields: [...facts, { name: "active", title: "可以值班、接受指派", kind: "yes-no", required }],
    },
  ],
};

interface PanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RegisterPanel({ open, onClose }: PanelProps) {
  const posts = useQuery({ ...postsQuery, enabled: open });
  const register = useRegister(onClose);
  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title="登记援助律师"
      loading={!posts.data}
      problem={posts.error}
    >
      {posts.data?.length === 0 ? (
        <Empty
          sentence="律师岗位上的人都登记过了"
          hint="再登记一位，请先由系统管理员申请律师岗位，由安全管理员批准。"
        />
      ) : (
        <FormShell<NewLawyer>
          name="lawyer"
          onSubmit={(values) => register.mutate(values)}
          submit="登记"
          submitting={register.isPending}
          problem={register.error}
        >
          <CaseForm form={registerForm(posts.data ?? [])} />
        </FormShell>
      )}
    </SidePanel>
  );
}

interface ChangeProps {
  readonly lawyer: Lawyer;
  readonly onDone: () => void;
}

export function ChangeLawyer({ lawyer, onDone }: ChangeProps) {
  const { id, firm, practiceNumber, specialities: known, active, serves } = lawyer;
  const change = useChange(id, onDone);
  return (
    <FormShell<ChangedLawyer>
      name="change-lawyer"
      initialValues={{ firm, practiceNumber, specialities: known, active, serves }}
      onSubmit={(values) => change.mutate(values)}
      submit="保存"
      submitting={change.isPending}
      problem={change.error}
    >
      <CaseForm form={changeForm} />
    </FormShell>
  );
}
