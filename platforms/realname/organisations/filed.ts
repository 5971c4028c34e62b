// What a filed case (办件) gives an effect: its id, as the source of what it writes, and the facts of its form.
import type { Source } from "@niangjia/registers/organisations";

export interface Filed<Facts> {
  readonly id: string;
  readonly facts: Facts;
}

export const sourceOf = ({ id }: Filed<unknown>): Source => ({ kind: "case", id });
