// The worker's name and phone (联系方式), for the lawyer who says why; the look is on the worker's record.
import { Button, Input, Space } from "antd";
import { useState } from "react";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { useContact, type WholeMatter } from "./legal-aid.ts";

export function ContactFact({ matter: { id, applicant } }: { readonly matter: WholeMatter }) {
  const contact = useContact(id);
  const [purpose, setPurpose] = useState<string>();
  if (contact.data) return `${contact.data.name}，${contact.data.phone}`;
  if (purpose === undefined) {
    return (
      <Space>
        {applicant}
        <Button size="small" onClick={() => setPurpose("")}>
          查看联系方式
        </Button>
      </Space>
    );
  }
  return (
    <>
      <Space.Compact>
        <Input
          aria-label="查看的用途"
          placeholder="为什么查看，如：约见面核对证据"
          maxLength={100}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
        <Button loading={contact.isPending} onClick={() => contact.mutate({ purpose })}>
          查看
        </Button>
      </Space.Compact>
      {contact.error ? <ErrorSentence problem={contact.error} /> : null}
    </>
  );
}
