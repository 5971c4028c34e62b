// A case's form (办件表单): drawn from its description, with the inputs that need the server.
import type { ControlProps } from "../../ui/form/controls.tsx";
import type { FormDescription } from "../../ui/form/description.ts";
import { FieldDrawers, FormFields } from "../../ui/form/form-fields.tsx";
import { UnionPicker } from "../../unions/union-picker.tsx";
import { FilesField } from "./files-field.tsx";
import { type FormPlace, FormPlaceIs, PostField } from "./post-field.tsx";

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

const drawers = { union: UnionField, files: FilesField, post: PostField };

/** Pages with a form of their own, which chooses nobody on a post, belong to no function. */
interface CaseFormProps extends Partial<FormPlace> {
  readonly form: FormDescription;
}

export function CaseForm({ form, functionId = "", caseId }: CaseFormProps) {
  return (
    <FormPlaceIs value={{ functionId, caseId }}>
      <FieldDrawers value={drawers}>
        <FormFields form={form} />
      </FieldDrawers>
    </FormPlaceIs>
  );
}
