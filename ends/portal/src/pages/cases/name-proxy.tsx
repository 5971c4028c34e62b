// Naming a proxy (请人代理): who, from which day to which, for which functions, and why.
import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useMemo } from "react";
import { useCommand, useMe } from "../../session.ts";
import type { Control } from "../../ui/form/controls.tsx";
import type { FormDescription } from "../../ui/form/description.ts";
import { FieldDrawers, FormFields } from "../../ui/form/form-fields.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { dayWords } from "../../ui/words.ts";
import { deputies } from "./colleagues.ts";
import { kindsQuery } from "./overview.ts";
import { PostSelect } from "./post-select.tsx";
import { type NewProxy, nameProxy, proxiesKey } from "./proxies.ts";

interface Kind {
  readonly id: string;
  readonly title: string;
}

const formOf = (kinds: readonly Kind[], today: string): FormDescription => ({
  groups: [
    {
      fields: [
        {
          name: "deputy",
          title: "代理人",
          kind: "colleague",
          required: true,
          help: "您的工会或上级工会里同岗位的同志，或能代办的主席、总工会干部。",
        },
        { name: "fromDay", title: "从哪天起", kind: "day", required: true, earliest: today },
        { name: "toDay", title: "到哪天止", kind: "day", required: true, earliest: today },
        ...(kinds.length > 0
          ? [
              {
                name: "functions",
                title: "代理哪些事项",
                kind: "choices",
                placeholder: "全部事项",
                help: "不选就是全部。",
                options: kinds.map(({ id, title }) => ({ value: id, title })),
              },
            ]
          : []),
        {
          name: "reason",
          title: "原因",
          kind: "text",
          required: true,
          maxLength: 200,
          placeholder: "如：外出学习",
        },
      ],
    },
  ],
});

const DeputyField: Control = ({ id, value, onChange }) => (
  <PostSelect id={id} search={deputies} value={value} onChange={(post) => onChange?.(post)} />
);

const drawers = { colleague: DeputyField };
/** Who sees every function of the house in a list. */
const staff: readonly string[] = ["officer", "chair", "cadre"];

interface NameProxyProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function NameProxy({ open, onClose }: NameProxyProps) {
  const { message } = App.useApp();
  const { role } = useMe();
  const { data: kinds = [] } = useQuery({ ...kindsQuery, enabled: staff.includes(role) });
  const today = dayWords(new Date());
  const form = useMemo(() => formOf(kinds, today), [kinds, today]);
  const name = useCommand(nameProxy, {
    refresh: [proxiesKey],
    onDone: () => {
      message.success("已设置，对方会收到通知");
      onClose();
    },
  });
  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title="请人代理"
      subtitle="代理期间您自己仍然可以办理。"
    >
      <FieldDrawers value={drawers}>
        <FormShell<NewProxy>
          name="name-proxy"
          initialValues={{ fromDay: today }}
          onSubmit={(values) => name.mutate(values)}
          submit="设置代理"
          submitting={name.isPending}
          problem={name.error}
        >
          <FormFields form={form} />
        </FormShell>
      </FieldDrawers>
    </SidePanel>
  );
}
