// Source (来源): who said something of a person, or brought a change about.

/** What kinds of source there are, in words. */
export const sourceKinds = {
  import: "名册导入",
  case: "办件",
  provider: "实名核验",
  merge: "归并",
  person: "本人填写",
  demo: "演示数据",
} as const;

export interface Source {
  readonly kind: keyof typeof sourceKinds;
  /** The import, case … it comes from. */
  readonly id: string | null;
  /** Who answers for it; null when nobody does, such as for demo data. */
  readonly byAccount: string | null;
}
