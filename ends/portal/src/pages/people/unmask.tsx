// Unmask (查看完整信息): one masked value of a person; the whole is asked with a purpose, which the person can read.
import { useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { Masked } from "../../ui/masked.tsx";

const maskedFields = ["name", "documentNumber", "phone", "household"] as const;
export type MaskedField = (typeof maskedFields)[number];

export const isMaskedField = (field: string): field is MaskedField =>
  (maskedFields as readonly string[]).includes(field);

interface UnmaskedTextProps {
  readonly personId: string;
  readonly field: MaskedField;
  readonly title: string;
  readonly masked: string;
}

/** The key draws it anew for another person: a value once shown never stands beside another name. */
export function UnmaskedText({ personId, field, title, masked }: UnmaskedTextProps) {
  const client = useQueryClient();
  const reveal = async (purpose: string) => {
    const { values } = await answer(
      api.POST("/api/members/{id}/unmask", {
        params: { path: { id: personId } },
        body: { fields: [field], purpose },
      }),
    );
    void client.invalidateQueries({ queryKey: ["person", personId] });
    return values[field] ?? "没有登记";
  };
  return <Masked key={`${personId} ${field}`} title={title} masked={masked} onReveal={reveal} />;
}
