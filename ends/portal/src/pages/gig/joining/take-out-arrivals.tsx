// Taking out who came (导出扫码入会名单): the arrivals that the list shows.
import type { BodyAt } from "../../../client.ts";
import { useListPlace } from "../../../list-state.ts";
import { useMayTakeWhole, usePost } from "../../../session.ts";
import { TakeOut } from "../../../ui/take-out.tsx";
import { arrivalsFile } from "./joining.ts";

type Wanted = BodyAt<"/api/joining/invitations/{id}/exports">;

const fields = [
  { value: "name", label: "姓名" },
  { value: "documentNumber", label: "证件号码" },
  { value: "phone", label: "手机号" },
] as const;

interface TakeOutArrivalsProps {
  readonly id: string;
  /** Nobody came yet. */
  readonly empty: boolean;
}

export function TakeOutArrivals({ id, empty }: TakeOutArrivalsProps) {
  const { status } = useListPlace().state.filters;
  const mayWhole = useMayTakeWhole();
  const make = usePost("/api/joining/invitations/{id}/exports", {
    at: { id },
    refresh: [],
    onDone: (made) => window.location.assign(arrivalsFile(made.id)),
  });
  const shown = status ? { status: status as Wanted["status"] & string } : {};
  return (
    <TakeOut
      word="导出名单"
      empty={empty}
      title="导出扫码入会名单"
      verb="导出"
      fields={fields}
      mayWhole={mayWhole}
      example="制作会员证"
      onTake={(chosen, close) => make.mutate({ ...shown, ...chosen }, { onSuccess: close })}
      pending={make.isPending}
      problem={make.error}
    />
  );
}
