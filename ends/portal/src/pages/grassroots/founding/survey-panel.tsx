// Bringing a survey (导入摸排表): the file goes up, good rows are entered, faulty ones are shown with what is wrong.
import { Button } from "antd";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { CaseForm } from "../../functions/case-form.tsx";
import type { CaseFunction } from "../../functions/functions.ts";
import styles from "./founding.module.css";
import { templateFile, useSurvey } from "./founding.ts";

const required = true;

const form: CaseFunction["form"] = {
  groups: [
    {
      fields: [
        {
          name: "union",
          title: "负责组建的工会",
          kind: "union",
          required: false,
          help: "不填是本工会",
        },
        {
          ...{ name: "file", title: "摸排表", kind: "files", required },
          ...{ maxCount: 1, accept: ["xlsx"] },
          help: "一行一家单位，有“单位名称”一栏就能导入；同一家再次导入会更新",
        },
      ],
    },
  ],
};

interface BringSurveyProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function BringSurvey({ open, onClose }: BringSurveyProps) {
  const survey = useSurvey();
  const close = () => {
    survey.reset();
    onClose();
  };
  return (
    <SidePanel open={open} onClose={close} title="导入摸排表">
      {survey.data ? (
        <Result done={survey.data} onClose={close} />
      ) : (
        <div className={styles.parts}>
          <div>
            <Button icon={<DownloadOutlined />} href={templateFile} download>
              下载摸排表模板
            </Button>
          </div>
          <FormShell<{ union?: string; file?: string[] }>
            name="survey"
            onSubmit={({ union, file = [] }) =>
              survey.mutate({ file: file[0] ?? "", ...(union ? { union } : {}) })
            }
            submit="导入"
            submitting={survey.isPending}
            problem={survey.error}
          >
            <CaseForm form={form} />
          </FormShell>
        </div>
      )}
    </SidePanel>
  );
}

interface ResultProps {
  readonly done: NonNullable<ReturnType<typeof useSurvey>["data"]>;
  readonly onClose: () => void;
}

function Result({ done, onClose }: ResultProps) {
  const { added, updated, skipped, faulty, faults } = done;
  return (
    <>
      <p role="status">
        新列入 {added} 家，更新 {updated} 家{skipped > 0 ? `，${skipped} 家已有工会没有列入` : ""}。
      </p>
      {faulty > 0 ? (
        <>
          <p>有 {faulty} 行没有导入，改好后再导入一次就行：</p>
          <ul>
            {faults.map(({ row, say }) => (
              <li key={row}>
                第 {row} 行：{say}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Button type="primary" onClick={onClose}>
        看列表
      </Button>
    </>
  );
}
