// A new selection (开展评选): which proposals stand, how many are to be chosen, and until when members vote.
import { useRouter } from "@tanstack/react-router";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { Facts } from "../../../ui/section.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { CaseForm } from "../../functions/case-form.tsx";
import { proposalPaths } from "./addresses.ts";
import { selectionForm } from "./forms.ts";
import { type NewSelection, type Proposal, useOpenSelection } from "./proposals.ts";

interface NewSelectionProps {
  /** The union whose members vote. */
  readonly union: string;
  readonly nominees: readonly Proposal[] | undefined;
  readonly onClose: () => void;
}

export function NewSelectionPanel({ union, nominees = [], onClose }: NewSelectionProps) {
  const { history } = useRouter();
  const open = useOpenSelection(({ id }) => history.push(proposalPaths.selection(id)));
  const proposals = nominees.map(({ id }) => id);
  return (
    <SidePanel open={nominees.length > 0} onClose={onClose} title="开展优秀提案评选">
      <Facts
        facts={[
          {
            title: "参评的提案",
            wide: true,
            value: nominees.map(({ id, number, title }) => (
              <div key={id}>
                {number} {title}
              </div>
            )),
          },
        ]}
      />
      <FormShell<Pick<NewSelection, "title" | "places" | "endsDay">>
        name="selection"
        onSubmit={(values) => open.mutate({ ...values, union, proposals })}
        submit="开始投票"
        submitting={open.isPending}
        problem={open.error}
        note="本岗位所在工会的会员都可以投票，一人一票，投出不能改。"
      >
        <CaseForm form={selectionForm(Math.max(1, nominees.length - 1))} />
      </FormShell>
    </SidePanel>
  );
}
