// A case's form (办件表单): drawn from its description, with the inputs that need the server.
import type { ControlProps } from "../../ui/form/controls.tsx";
import { FieldDrawers, FormFields } from "../../ui/form/form-fields.tsx";
import { UnionPicker } from "../../unions/union-picker.tsx";
import { FilesField } from "./files-field.tsx";
import type { CaseFunction } from "./functions.ts";

/** The union a case is filed at lies within reach; others it names may be anywhere. */
function UnionField({ field, id, value, onChange }: ControlProps) {
  return (
    <UnionPicker
      {...(id ? { id } : {})}
      title={field.title}
      reach={field.name === "union" ? "within" : "everywhere"}
      value={value}
      onChange={(union) => onChange?.(union)}
    />
  );
}

const drawers = { union: UnionField, files: FilesField };

export function CaseForm({ form }: { readonly form: CaseFunction["form"] }) {
  return (
    <FieldDrawers value={drawers}>
      <FormFields form={form} />
    </FieldDrawers>
  );
}
