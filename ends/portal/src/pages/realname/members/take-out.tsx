// Taking out a roster (名册导出): the members that the list shows.
import type { BodyAt } from "../../../client.ts";
import { useMayTakeWhole, usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";
import { TakeOut } from "../../../ui/take-out.tsx";
import { countWords } from "../../../ui/words.ts";

type Wanted = BodyAt<"/api/roster/exports">;

const fields = [
  { value: "name", label: "姓名" },
  { value: "documentNumber", label: "证件号码" },
  { value: "phone", label: "手机号" },
  { value: "household", label: "户籍所在地" },
] as const;

/** The URL's words as the command's body: what is not text there becomes what it is. */
function shownBy(filters: ListState["filters"]): Partial<Wanted> {
  const { gig, ...rest } = filters;
  return { ...rest, ...(gig ? { gig: gig === "true" } : {}) } as Partial<Wanted>;
}

interface TakeOutMembersProps {
  readonly filters: ListState["filters"];
  readonly total: number | undefined;
}

export function TakeOutMembers({ filters, total = 0 }: TakeOutMembersProps) {
  const mayWhole = useMayTakeWhole();
  const make = usePost("/api/roster/exports", {
    refresh: [],
    onDone: ({ id }) => window.location.assign(`/api/roster/exports/${id}/file`),
  });
  return (
    <TakeOut
      word="导出"
      empty={total === 0}
      title={`导出 ${countWords(total)} 名会员`}
      verb={`导出 ${countWords(total)} 人`}
      fields={fields}
      mayWhole={mayWhole}
      example="办理 2026 年医疗互助续保"
      onTake={(chosen, close) =>
        make.mutate({ ...shownBy(filters), ...chosen } as Wanted, { onSuccess: close })
      }
      pending={make.isPending}
      problem={make.error}
    />
  );
}
