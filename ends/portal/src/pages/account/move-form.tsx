// Move form (更换身份验证器): scan with the new phone, say what it shows and what the old one shows.
import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { type AnswerAt, readAt } from "../../client.ts";
import { usePost } from "../../session.ts";
import { Scan } from "../../shell/scan.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { plainFigures } from "../../ui/form/rules.ts";
import { LinesSkeleton } from "../../ui/skeletons.tsx";
import { ProofField } from "./proof-field.tsx";
import { securityQuery } from "./security.ts";

interface MoveFormProps {
  readonly onDone: () => void;
}

/** Asked once: every asking makes another secret, and the one that was scanned must stay on the page. */
export function MoveForm({ onDone }: MoveFormProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ["authenticator"],
    queryFn: () => readAt("/api/access/authenticator", {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (error) return <ErrorSentence problem={error} onRetry={refetch} />;
  return data ? <Bind offer={data} onDone={onDone} /> : <LinesSkeleton />;
}

interface BindProps extends MoveFormProps {
  readonly offer: AnswerAt<"/api/access/authenticator">;
}

function Bind({ offer, onDone }: BindProps) {
  const move = usePost("/api/access/authenticator", { refresh: [securityQuery.queryKey], onDone });
  return (
    <FormShell<{ totp: string; proof: string }>
      name="move"
      onSubmit={(typed) => move.mutate({ ...typed, offer: offer.offer })}
      submit="换到新手机"
      submitting={move.isPending}
      problem={move.error}
      note="换好以后，旧手机上的动态口令作废，别的设备都要重新登录。"
    >
      <Scan offer={offer} />
      <Form.Item
        name="totp"
        label="新手机上显示的 6 位数字"
        normalize={plainFigures}
        rules={[{ required: true, pattern: /^\d{6}$/, message: "请填写新手机上的 6 位数字" }]}
      >
        <Input inputMode="numeric" maxLength={6} style={{ maxWidth: 280 }} />
      </Form.Item>
      <ProofField label="旧手机上的动态口令" />
    </FormShell>
  );
}
