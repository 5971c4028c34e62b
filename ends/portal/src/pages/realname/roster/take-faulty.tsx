// Taking out faulty rows (下载错误行): numbers stand whole in the file, so who did not bring the roster says what for.
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { answer, api } from "../../../client.ts";
import { useCommand } from "../../../session.ts";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { countWords } from "../../../ui/words.ts";
import { type Import, importPaths } from "./imports.ts";

interface TakeFaultyProps {
  readonly roster: Import;
}

function useTakeFaulty({ id }: Import, onDone: () => void) {
  const params = { path: { id } };
  return useCommand(
    (body: { readonly purpose?: string }, headers) =>
      answer(api.POST("/api/roster/imports/{id}/faulty", { params, body, headers })),
    {
      refresh: [],
      onDone: (made) => {
        window.location.assign(importPaths.exportFile(made.id));
        onDone();
      },
    },
  );
}

export function TakeFaulty({ roster }: TakeFaultyProps) {
  const [asking, setAsking] = useState(false);
  const take = useTakeFaulty(roster, () => setAsking(false));
  const { mine, faulty } = roster;
  return (
    <>
      <Button
        icon={<DownloadOutlined />}
        loading={take.isPending && mine}
        onClick={() => (mine ? take.mutate({}) : setAsking(true))}
      >
        下载 {countWords(faulty)} 行错误行
      </Button>
      {take.error && mine ? <ErrorSentence problem={take.error} /> : null}
      <AskPurpose
        open={asking}
        by={roster.by}
        busy={take.isPending}
        problem={take.error}
        onClose={() => setAsking(false)}
        onPurpose={(purpose) => take.mutate({ purpose })}
      />
    </>
  );
}

interface AskPurposeProps {
  readonly open: boolean;
  /** Who brought the roster. */
  readonly by: string;
  readonly busy: boolean;
  readonly problem: Error | null;
  readonly onClose: () => void;
  readonly onPurpose: (purpose: string) => void;
}

function AskPurpose({ open, by, busy, problem, onClose, onPurpose }: AskPurposeProps) {
  const [purpose, setPurpose] = useState("");
  const said = purpose.trim();
  return (
    <Modal
      open={open}
      title="下载错误行要做什么用"
      okText="下载错误行"
      cancelText="先不下载"
      confirmLoading={busy}
      okButtonProps={{ disabled: said.length < 2 }}
      onCancel={onClose}
      onOk={() => onPurpose(said)}
      destroyOnHidden
    >
      <p>这份名册由{by}上传，表里是完整的姓名和号码。谁下载、做什么用，会记入查看记录。</p>
      <Form layout="vertical" component="div" style={{ marginTop: 16 }}>
        <Form.Item label="用途" htmlFor="take-faulty-purpose">
          <Input
            id="take-faulty-purpose"
            placeholder="例如：替基层工会改正名册"
            maxLength={200}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        </Form.Item>
      </Form>
      {problem ? <ErrorSentence problem={problem} /> : null}
    </Modal>
  );
}
