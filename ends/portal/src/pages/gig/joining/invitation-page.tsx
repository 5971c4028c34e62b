// An invitation (入会活动或海报): its sheet to print, the table that fills as people scan, and admitting all who wait.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useMe } from "../../../session.ts";
import { useConfirm } from "../../../ui/confirm.tsx";
import { Moment } from "../../../ui/day.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { CheckOutlined, DownloadOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Facts, Section } from "../../../ui/section.tsx";
import { PageSkeleton } from "../../../ui/skeletons.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { joiningPaths } from "./addresses.ts";
import { Arrivals } from "./arrivals.tsx";
import { stateTones } from "./invitation-tones.ts";
import styles from "./joining.module.css";
import { type Invitation, invitationQuery, posterFile, useAdmitAll, useStop } from "./joining.ts";
import { TakeOutArrivals } from "./take-out-arrivals.tsx";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(invitationQuery(id));
  if (error && !data) return <ErrorSentence size="page" problem={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  return <Shown invitation={data} />;
}

function Shown({ invitation }: { readonly invitation: Invitation }) {
  const { id, title, state, stateName } = invitation;
  const stop = useStop(id);
  const confirm = useConfirm();
  const stopIt = () =>
    confirm({
      title: "停用这个二维码？",
      effects: ["扫码的人会看到已停用，可以改走“入会申请”。", "已经提交的申请照常审核。"],
      verb: "停用",
      run: () => stop.mutateAsync(undefined),
    });
  const came = Object.values(invitation.counts).some((count) => count > 0);
  const usable = state === "open" || state === "early";
  return (
    <>
      <PageHead
        title={title}
        tag={<StatusTag tone={stateTones[state]}>{stateName}</StatusTag>}
        sentence={`扫码加入“${invitation.union.name}”。`}
        back={<TextLink to={joiningPaths.invitations()}>新业态入会</TextLink>}
        action={<AdmitAll invitation={invitation} />}
        more={
          <>
            <TakeOutArrivals id={id} empty={!came} />
            {usable ? <Button onClick={stopIt}>停用</Button> : null}
            <Button icon={<DownloadOutlined />} href={posterFile(id, "qr")} download>
              二维码
            </Button>
            <Button icon={<DownloadOutlined />} href={posterFile(id, "poster")} download>
              海报（A4）
            </Button>
          </>
        }
      />
      <About invitation={invitation} />
      <div className={styles.list}>
        <Arrivals id={id} />
      </div>
    </>
  );
}

/** Only the officer of the union decides; others look on. */
function AdmitAll({ invitation: { id, counts } }: { readonly invitation: Invitation }) {
  const { role } = useMe();
  const { message } = App.useApp();
  const admit = useAdmitAll(id);
  if (role !== "officer") return null;
  const run = () =>
    admit.mutate(undefined, {
      onSuccess: ({ admitted, refused }) => {
        message.success(`已批准 ${admitted} 人入会。`);
        const [first] = refused;
        if (first) message.warning(`有 ${refused.length} 人没有批准：${first.say}${first.next}`, 8);
      },
    });
  return (
    <>
      {admit.error ? <ErrorSentence problem={admit.error} /> : null}
      <Button
        type="primary"
        icon={<CheckOutlined />}
        loading={admit.isPending}
        disabled={counts.running === 0}
        onClick={run}
      >
        批准等待中的 {counts.running} 人
      </Button>
    </>
  );
}

function About({ invitation }: { readonly invitation: Invitation }) {
  const { place, tradeName, code, opensAt, closesAt, expiresAt } = invitation;
  const { resolution, resolutionDay } = invitation;
  return (
    <Section title="活动信息">
      <Facts
        facts={[
          { title: "入会码", value: code },
          { title: "地点", value: place },
          { title: "面向的群体", value: tradeName },
          { title: "开始", value: <Moment value={opensAt} /> },
          { title: "结束", value: <Moment value={closesAt} /> },
          { title: "二维码失效", value: <Moment value={expiresAt} /> },
          {
            title: "批准方式",
            value: resolution
              ? `${resolution}（${resolutionDay}）已批准，填表即入会`
              : "由工会干事分批批准",
          },
        ]}
      />
    </Section>
  );
}
