// Holiday table (节假日表): days off and make-up workdays as the State Council announces them.

/** One year's notice. Days are `YYYY-MM-DD`, or a closed span `YYYY-MM-DD..YYYY-MM-DD`. */
export interface HolidayYear {
  readonly year: number;
  readonly off: readonly string[];
  /** Saturdays and Sundays worked to make up for a longer holiday (调休). */
  readonly makeUp: readonly string[];
  readonly source: string;
}

/**
 * 国务院办公厅关于节假日安排的通知, one a year, published the November before. Weekends are not
 * listed: they are off unless a make-up day. A running house is given the next year by its system
 * administrator.
 */
export const announcedHolidays: readonly HolidayYear[] = [
  {
    year: 2024,
    off: [
      "2024-01-01",
      "2024-02-10..2024-02-17",
      "2024-04-04..2024-04-06",
      "2024-05-01..2024-05-05",
      "2024-06-10",
      "2024-09-15..2024-09-17",
      "2024-10-01..2024-10-07",
    ],
    makeUp: [
      "2024-02-04",
      "2024-02-18",
      "2024-04-07",
      "2024-04-28",
      "2024-05-11",
      "2024-09-14",
      "2024-09-29",
      "2024-10-12",
    ],
    source: "国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）",
  },
  {
    year: 2025,
    off: [
      "2025-01-01",
      "2025-01-28..2025-02-04",
      "2025-04-04..2025-04-06",
      "2025-05-01..2025-05-05",
      "2025-05-31..2025-06-02",
      "2025-10-01..2025-10-08",
    ],
    makeUp: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    source: "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）",
  },
  {
    year: 2026,
    off: [
      "2026-01-01..2026-01-03",
      "2026-02-15..2026-02-23",
      "2026-04-04..2026-04-06",
      "2026-05-01..2026-05-05",
      "2026-06-19..2026-06-21",
      "2026-09-25..2026-09-27",
      "2026-10-01..2026-10-07",
    ],
    makeUp: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    source: "国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）",
  },
];
