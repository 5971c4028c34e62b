// Choosing somebody on a post (选承办人): the people of one role at one union, by name; the form holds the post's id.
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { createContext, useContext } from "react";
import { answer, api } from "../../client.ts";
import type { ControlProps } from "../../ui/form/controls.tsx";
import { sentenceOf } from "../../ui/problem.ts";

/** Whose form it is: people are looked for where its union, or its case, lies. */
export interface FormPlace {
  readonly functionId: string;
  readonly caseId?: string | undefined;
}

const PlaceContext = createContext<FormPlace>({ functionId: "" });
export const FormPlaceIs = PlaceContext.Provider;

export function PostField({ field, id, value, onChange }: ControlProps) {
  const { functionId, caseId } = useContext(PlaceContext);
  const form = Form.useFormInstance();
  const union: string | undefined = Form.useWatch(field.under ?? [], form);
  const query = {
    field: field.name,
    ...(union ? { union } : {}),
    ...(caseId ? { case: caseId } : {}),
  };
  const found = useQuery({
    queryKey: ["functions", functionId, "posts", query],
    queryFn: () =>
      answer(
        api.GET("/api/cases/functions/{id}/posts", { params: { path: { id: functionId }, query } }),
      ),
    enabled: Boolean(union || caseId),
  });
  const rows = found.data?.rows ?? [];
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={union || caseId ? "请选择" : "请先选择工会"}
      loading={found.isFetching}
      value={value ?? null}
      notFoundContent={found.error ? sentenceOf(found.error).title : "这个岗位上现在没有人"}
      options={rows.map((row) => ({ value: row.id, label: row.words }))}
      onChange={(post) => onChange?.(post)}
    />
  );
}
