// The name of a union (工会名称): as the house knows it; until it has answered, as a poster or a draft gave it.
import { useAnswer } from "../client/use-answer.ts";

interface UnionNameProps {
  readonly id: string;
  readonly label?: string | undefined;
}

export function UnionName({ id, label }: UnionNameProps) {
  const { data, problem } = useAnswer("/api/organisations/directory", { query: { id, size: 1 } });
  const waiting = problem ? "没有网络，暂时显示不了名称" : "正在查名称";
  return <>{data?.rows[0]?.name ?? label ?? waiting}</>;
}
