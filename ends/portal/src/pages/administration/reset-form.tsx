// Reset form (重置密码和动态口令): why, and by what the person in front of the desk was known.
import type { BodyAt, OutcomeAt } from "../../client.ts";
import { usePost } from "../../session.ts";
import type { FormDescription } from "../../ui/form/description.ts";
import { FormFields } from "../../ui/form/form-fields.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { shownChoices } from "./resets.ts";

const path = "/api/access/accounts/{id}/resets";

const form: FormDescription = {
  groups: [
    {
      title: "重置密码和动态口令",
      help: "本人到您面前、核对身份以后再办。提交后原来的密码马上失效，所有设备下线；管理员的账号要另一位安全管理员批准后才失效。",
      fields: [
        {
          name: "reason",
          title: "原因",
          kind: "long-text",
          required: true,
          maxLength: 200,
          placeholder: "例如：手机丢失，动态口令用不了",
        },
        {
          name: "shown",
          title: "怎样核对了本人身份",
          kind: "choice",
          required: true,
          options: shownChoices,
        },
      ],
    },
  ],
};

interface ResetFormProps {
  readonly accountId: string;
  readonly onDone: (outcome: OutcomeAt<typeof path>) => void;
}

export function ResetForm({ accountId, onDone }: ResetFormProps) {
  const ask = usePost(path, {
    at: { id: accountId },
    refresh: [["posts"], ["resets"]],
    onDone,
  });
  return (
    <FormShell<BodyAt<typeof path>>
      name="reset"
      onSubmit={(body) => ask.mutate(body)}
      submit="重置并出重置单"
      submitting={ask.isPending}
      problem={ask.error}
    >
      <FormFields form={form} />
    </FormShell>
  );
}
