// Panels of a dispute (办理面板): one form at a time beside the page; what was typed stays when it is refused.
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { paths } from "../../../paths.ts";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { FormSkeleton } from "../../../ui/skeletons.tsx";
import { CaseForm } from "../../functions/case-form.tsx";
import { type CaseFunction, type Facts, functionQuery } from "../../functions/functions.ts";
import { useFiling } from "../../functions/use-filing.ts";
import {
  confirmationForm,
  minutesForm,
  receiptForm,
  recoveryForm,
  sittingForm,
  voidForm,
  whyForm,
} from "./forms.ts";
import {
  type NewMinutes,
  type NewRecovery,
  useCall,
  useCallOff,
  useConfirmation,
  useMinutes,
  useReceipt,
  useRecovery,
  useVoid,
  type WholeDispute,
} from "./mediation.ts";

export type Panel =
  | { readonly kind: "call" | "recovery" | "confirmation" | "refer" }
  | { readonly kind: "call-off" | "minutes" | "receipt" | "void"; readonly id: string };

interface PanelProps {
  readonly dispute: WholeDispute;
  readonly onClose: () => void;
}

const titles: Record<Panel["kind"], string> = {
  call: "约调解会议",
  "call-off": "取消调解会议",
  minutes: "记调解笔录",
  recovery: "记一笔收款",
  confirmation: "送法院司法确认",
  receipt: "填写回执",
  void: "没有受理或者送错",
  refer: "移送仲裁或者法院",
};

export function Panels({
  panel,
  dispute,
  onClose,
}: PanelProps & { readonly panel: Panel | undefined }) {
  return (
    <SidePanel open={panel !== undefined} onClose={onClose} title={panel ? titles[panel.kind] : ""}>
      {panel ? bodyOf(panel, { dispute, onClose }) : null}
    </SidePanel>
  );
}

function bodyOf(panel: Panel, props: PanelProps): ReactNode {
  switch (panel.kind) {
    case "call":
      return <Call {...props} />;
    case "call-off":
      return <CallOff {...props} id={panel.id} />;
    case "minutes":
      return <Minutes {...props} id={panel.id} />;
    case "recovery":
      return <Recovery {...props} />;
    case "confirmation":
      return <Confirmation {...props} />;
    case "receipt":
      return <Receipt {...props} id={panel.id} />;
    case "void":
      return <Void {...props} id={panel.id} />;
    case "refer":
      return <Refer {...props} />;
  }
}

interface OneFormProps<Values extends object> {
  readonly form: CaseFunction["form"];
  readonly submit: string;
  readonly command: { readonly isPending: boolean; readonly error: unknown };
  readonly onSubmit: (values: Values) => void;
  readonly note?: string;
}

const OneForm = <Values extends object>(props: OneFormProps<Values>) => (
  <FormShell<Values>
    name="mediation"
    onSubmit={props.onSubmit}
    submit={props.submit}
    submitting={props.command.isPending}
    problem={props.command.error}
    note={props.note}
  >
    <CaseForm form={props.form} />
  </FormShell>
);

function Call({ dispute, onClose }: PanelProps) {
  const command = useCall(dispute.id, onClose);
  const send = ({ day, clock, place }: { day: string; clock: string; place: string }) =>
    command.mutate({ startsAt: `${day}T${clock}:00+08:00`, place });
  return (
    <OneForm
      {...{ form: sittingForm(), submit: "约好并通知双方", command, onSubmit: send }}
      note="申请人在手机上收到通知，单位收到短信（申请时填了联系电话的）。"
    />
  );
}

type OfOne = PanelProps & { readonly id: string };

function CallOff({ onClose, id }: OfOne) {
  const command = useCallOff(onClose);
  const send = ({ why }: { why: string }) => command.mutate({ id, why });
  return <OneForm {...{ form: whyForm, submit: "取消并通知双方", command, onSubmit: send }} />;
}

function Minutes({ onClose, id }: OfOne) {
  const command = useMinutes(id, onClose);
  const send = (values: NewMinutes) => command.mutate({ ...values, offers: values.offers ?? [] });
  return (
    <OneForm
      {...{ form: minutesForm, submit: "记下笔录", command, onSubmit: send }}
      note="笔录保存后不能修改；有误的再记一条说明。"
    />
  );
}

function Recovery({ dispute, onClose }: PanelProps) {
  const command = useRecovery(dispute.id, onClose);
  const send = (values: NewRecovery) => command.mutate(values);
  return (
    <OneForm
      {...{ form: recoveryForm(), submit: "记下收款", command, onSubmit: send }}
      note="只记职工真正收到的钱；计入全县追回金额。"
    />
  );
}

function Confirmation({ dispute, onClose }: PanelProps) {
  const command = useConfirmation(dispute.id, onClose);
  const send = ({ court, application }: { court: string; application: string[] }) =>
    command.mutate({ court, application: application[0] ?? "" });
  return (
    <OneForm
      {...{ form: confirmationForm, submit: "送法院", command, onSubmit: send }}
      note="调解协议书会一起送去；收到回执后通知您和申请人。"
    />
  );
}

function Receipt({ onClose, id }: OfOne) {
  const command = useReceipt(onClose);
  const send = ({ receipt }: { receipt: string }) => command.mutate({ id, receipt });
  return <OneForm {...{ form: receiptForm, submit: "保存回执", command, onSubmit: send }} />;
}

function Void({ onClose, id }: OfOne) {
  const command = useVoid(onClose);
  const send = ({ why }: { why: string }) => command.mutate({ id, why });
  return (
    <OneForm
      {...{ form: voidForm, submit: "记为作废", command, onSubmit: send }}
      note="记下以后可以另送一次；对方已经收了材料的，请先与对方说明。申请人和调解员会收到通知。"
    />
  );
}

/** A case of its own, with the number filled in. */
function Refer({ dispute }: PanelProps) {
  const { history } = useRouter();
  const { data } = useQuery(functionQuery("mediation.refer"));
  const filing = useFiling("mediation.refer", (id) => history.push(paths.case(id)));
  if (!data) return <FormSkeleton />;
  return (
    <FormShell<Facts>
      name="refer"
      initialValues={{ dispute: dispute.number }}
      onSubmit={filing.send}
      onValues={() => filing.changed()}
      submit="提交县（市、区）总工会审批"
      submitting={filing.sending}
      problem={filing.error}
      advice={filing.advice}
    >
      <CaseForm form={data.form} functionId={data.id} />
    </FormShell>
  );
}
