// Faults of a form (待改之处): gathers what must be mended, from the form's own rules and from the server's refusal.
import type { FormInstance } from "antd";
import { useEffect, useState } from "react";
import { Problem } from "../problem.ts";

type Path = (string | number)[];

export interface FieldFault {
  readonly path: Path;
  /** The field's label, as it stands on the page. */
  readonly title: string;
  readonly say: string;
}

interface FieldState {
  readonly name: Path;
  readonly errors?: string[];
}

/** Dotted paths of the server become the form's: `people.0.phone` → ["people", 0, "phone"]. */
const formPath = (dotted: string): Path =>
  dotted.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Counted only after an attempt to send, then kept true while the reader mends. */
export function useFaults<Values extends object>(form: FormInstance<Values>, problem: unknown) {
  const [list, setList] = useState<readonly FieldFault[]>([]);
  useEffect(() => {
    const faults = problem instanceof Problem ? problem.faults : [];
    const said = [...Map.groupBy(faults, ({ path }) => path)].map(([path, found]) => ({
      name: formPath(path),
      errors: found.map(({ say }) => say),
    }));
    const known = new Set(form.getFieldsError().map(({ name }) => name.join(".")));
    form.setFields(said.filter(({ name }) => known.has(name.join("."))) as never);
    setList(faultsIn(said));
  }, [form, problem]);
  return {
    list,
    count: (failed: { errorFields: FieldState[] }) => setList(faultsIn(failed.errorFields)),
    recount: (_changed: unknown, all: FieldState[]) =>
      setList((now) => (now.length === 0 ? now : faultsIn(all))),
    /** A field once found wrong is judged again at every change; others only when they are left. */
    recheck: (changed: object) => {
      const wrong = Object.keys(changed).filter((name) => form.getFieldError(name as never).length);
      if (wrong.length > 0) form.validateFields(wrong as never).catch(() => undefined);
    },
  };
}

/** In the order in which the fields stand on the page. */
function faultsIn(fields: readonly FieldState[]): FieldFault[] {
  const found = fields.flatMap(({ name, errors = [] }) => {
    const label = labelOf(name);
    const title = (label?.firstChild?.textContent ?? "").trim();
    return errors.map((say) => ({ path: name, title, say, label }));
  });
  return found.sort((one, other) => (isBefore(one.label, other.label) ? -1 : 1));
}

const isBefore = (one: Element | null, other: Element | null): boolean =>
  one && other
    ? (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    : one !== null;

/** Puts the keyboard into the field, or into the first choice of a group. */
export function goToField(path: Path): void {
  const label = labelOf(path);
  const id = label?.getAttribute("for");
  const field = id ? document.getElementById(id) : (label?.parentElement ?? null);
  const inputs = "input, textarea, button, select, [tabindex]";
  const input = field?.matches(inputs) ? field : field?.querySelector<HTMLElement>(inputs);
  input?.scrollIntoView({ block: "center" });
  input?.focus({ preventScroll: true });
}

/** The label stands in the page already; reading it there spares every page a second list of titles. A table has a title. */
function labelOf(path: Path): Element | null {
  const id = CSS.escape(path.join("_"));
  return document.querySelector(
    `label[for$="_${id}"], label[for="${id}"], [data-table="${CSS.escape(path.join("."))}"]`,
  );
}
