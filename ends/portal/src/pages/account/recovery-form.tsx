// Recovery form (生成备用码): asked with proof, because ten codes are ten ways in.
import { usePost } from "../../session.ts";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { ProofField } from "./proof-field.tsx";
import { securityQuery } from "./security.ts";

interface RecoveryFormProps {
  readonly onDone: (codes: readonly string[]) => void;
}

export function RecoveryForm({ onDone }: RecoveryFormProps) {
  const make = usePost("/api/access/recovery-codes", {
    refresh: [securityQuery.queryKey],
    onDone: ({ codes }) => onDone(codes),
  });
  return (
    <FormShell<{ proof: string }>
      name="recovery"
      onSubmit={(body) => make.mutate(body)}
      submit="生成 10 个备用码"
      submitting={make.isPending}
      problem={make.error}
      note="生成后只显示一次；以前的备用码同时作废。"
    >
      <ProofField label="动态口令" />
    </FormShell>
  );
}
