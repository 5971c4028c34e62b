// The page of a form (填写申请): of the function the address names, or of the invitation whose code it bears.
import { useValues } from "../device/go.ts";
import { Filling } from "./filling.tsx";
import { Invited } from "./invited.tsx";

export default function FillPage() {
  const { id = "", j: code, ...values } = useValues();
  return code ? <Invited code={code} /> : <Filling id={id} values={values} />;
}
