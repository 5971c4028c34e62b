// A new invitation (新建活动或海报): what it is called, where, for whom, from when to when, and who approves.
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useMe } from "../../../session.ts";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { FormSkeleton } from "../../../ui/skeletons.tsx";
import { CaseForm } from "../../functions/case-form.tsx";
import { joiningPaths } from "./addresses.ts";
import { type InvitationValues, invitationForm, newInvitation } from "./invitation-form.ts";
import { tradesQuery, useMake } from "./joining.ts";

export function Page() {
  const { history } = useRouter();
  const { post } = useMe();
  const trades = useQuery(tradesQuery);
  const make = useMake(({ id }) => history.push(joiningPaths.invitation(id)));
  return (
    <>
      <PageHead
        title="新建活动或海报"
        sentence="建好后下载海报打印，扫码的人直接填表加入这个工会。"
        back={<TextLink to={joiningPaths.invitations()}>新业态入会</TextLink>}
      />
      <Section>
        {trades.data ? (
          <FormShell<InvitationValues>
            initialValues={{ union: post?.org.id, kind: "event", approved: false }}
            onSubmit={(values) => make.mutate(newInvitation(values))}
            submit="建好并生成二维码"
            submitting={make.isPending}
            problem={make.error}
          >
            <CaseForm form={invitationForm(trades.data)} />
          </FormShell>
        ) : (
          <FormSkeleton />
        )}
      </Section>
    </>
  );
}
