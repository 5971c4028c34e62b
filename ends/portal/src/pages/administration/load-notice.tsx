// Loading a notice (装入放假安排): its text is pasted, what was read and what it moves is shown, then it is loaded.
import { Button, Flex } from "antd";
import { useState } from "react";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import type { FormDescription } from "../../ui/form/description.ts";
import { FormFields } from "../../ui/form/form-fields.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { Facts } from "../../ui/section.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { effectsOf, type Notice, type Preview, spansWords, workdaysWords } from "./calendar.ts";

const form: FormDescription = {
  groups: [
    {
      fields: [
        { name: "year", title: "年份", kind: "number", required: true, min: 2024, max: 2199 },
        {
          name: "source",
          title: "通知名称和文号",
          kind: "text",
          required: true,
          maxLength: 100,
        },
        {
          name: "text",
          title: "各节日的安排",
          kind: "long-text",
          required: true,
          maxLength: 5000,
          placeholder: "元旦：1月1日（周五）至3日（周日）放假，共3天。……",
        },
      ],
    },
  ],
};

interface LoadNoticeProps {
  readonly open: boolean;
  /** The next one to be loaded. */
  readonly year: number;
  readonly onClose: () => void;
}

export function LoadNotice({ open, year, onClose }: LoadNoticeProps) {
  const [checked, setChecked] = useState<Notice>();
  const preview = useCommand(
    (body: Notice, headers) => answer(api.POST("/api/cases/recount/preview", { body, headers })),
    { refresh: [], onDone: () => undefined },
  );
  const close = () => {
    preview.reset();
    setChecked(undefined);
    onClose();
  };
  const check = (notice: Notice) => {
    setChecked(notice);
    preview.mutate(notice);
  };
  const source = `国务院办公厅关于${year}年部分节假日安排的通知`;
  return (
    <SidePanel
      open={open}
      onClose={close}
      title="装入放假安排"
      subtitle="先核对读到的日期和期限的变化，确认以后才装入。"
    >
      {checked && preview.data ? (
        <Check
          notice={checked}
          preview={preview.data}
          onBack={() => preview.reset()}
          onClose={close}
        />
      ) : (
        <FormShell<Notice>
          name="load-notice"
          initialValues={checked ?? { year, source }}
          onSubmit={check}
          submit="核对"
          submitting={preview.isPending}
          problem={preview.error}
          note="从通知原文里整段粘贴各节日的安排。也可以装入已有的年份，用来更正。"
        >
          <FormFields form={form} />
        </FormShell>
      )}
    </SidePanel>
  );
}

interface CheckProps {
  readonly notice: Notice;
  readonly preview: Preview;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Check({ notice, preview, onBack, onClose }: CheckProps) {
  const load = useCommand(
    (body: Notice, headers) => answer(api.POST("/api/calendar/years", { body, headers })),
    { refresh: [["calendar"]], onDone: onClose },
  );
  const { off, makeUp } = preview;
  return (
    <>
      <Facts
        title={`${notice.year} 年`}
        facts={[
          { title: "放假", value: spansWords(notice.year, off), wide: true },
          { title: "调休上班", value: spansWords(notice.year, makeUp), wide: true },
          { title: "全年工作日", value: workdaysWords(preview), wide: true },
          {
            title: "装入以后",
            value: (
              <ul>
                {effectsOf(preview).map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
            ),
            wide: true,
          },
        ]}
      />
      {load.error ? <ErrorSentence problem={load.error} /> : null}
      <Flex gap={12} wrap style={{ marginBlockStart: 24 }}>
        <Button type="primary" loading={load.isPending} onClick={() => load.mutate(notice)}>
          装入 {notice.year} 年放假安排
        </Button>
        <Button onClick={onBack}>改一改</Button>
      </Flex>
    </>
  );
}
