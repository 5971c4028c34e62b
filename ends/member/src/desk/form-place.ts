// Whose form is filled in (表单所属): people are looked for where its union, or its case, lies.
import { createContext, useContext } from "react";
import type { Facts } from "./form.ts";

export interface FormPlace {
  readonly functionId: string;
  readonly caseId?: string | undefined;
  /** What is filled in so far. */
  readonly facts: Facts;
}

const Place = createContext<FormPlace>({ functionId: "", facts: {} });

export const FormPlaceIs = Place.Provider;
export const useFormPlace = (): FormPlace => useContext(Place);
