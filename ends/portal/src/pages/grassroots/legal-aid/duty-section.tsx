// Duty of the next two weeks (值班表): a card a day; days without anybody send their questions up.
import { useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Select, Space } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { CloseOutlined } from "../../../ui/icons.tsx";
import { Section } from "../../../ui/section.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { type Duty, dutiesQuery, type Lawyer, useDropDuty, useSetDuties } from "./lawyers.ts";
import styles from "./legal-aid.module.css";

const shownDays = 14;
const dayFormat = "YYYY-MM-DD";
const weekdays = "日一二三四五六";

interface SectionProps {
  readonly lawyers: readonly Lawyer[];
  readonly mayChange: boolean;
}

export function DutySection({ lawyers, mayChange }: SectionProps) {
  const today = dayjs();
  const days = Array.from({ length: shownDays }, (_, nth) => today.add(nth, "day"));
  const [from, to] = [days[0]!.format(dayFormat), days.at(-1)!.format(dayFormat)];
  const { data, error, refetch } = useQuery(dutiesQuery(from, to));
  return (
    <Section
      title="今后两周值班"
      sentence="没有人值班的那天，咨询送到上级总工会的值班律师。"
      actions={mayChange ? <AddDuty lawyers={lawyers} /> : null}
    >
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <LinesSkeleton count={4} /> : null}
      {data ? (
        <div className={styles.days}>
          {days.map((day) => (
            <DutyDay
              key={day.format(dayFormat)}
              day={day}
              duties={data.filter((duty) => duty.day === day.format(dayFormat))}
              mayChange={mayChange}
            />
          ))}
        </div>
      ) : null}
    </Section>
  );
}

interface DayProps {
  readonly day: Dayjs;
  readonly duties: readonly Duty[];
  readonly mayChange: boolean;
}

function DutyDay({ day, duties, mayChange }: DayProps) {
  const drop = useDropDuty();
  return (
    <div className={styles.dutyDay} data-empty={duties.length === 0 || undefined}>
      <div className={styles.by}>
        {day.format("M月D日")} 周{weekdays[day.day()]}
      </div>
      {duties.length === 0 ? "无人值班" : null}
      {duties.map(({ post, name, firm }) => (
        <div key={post} className={styles.dutyName}>
          <span title={firm}>{name}</span>
          {mayChange ? (
            <Button
              type="text"
              size="small"
              aria-label={`撤掉${name}律师 ${day.format("M月D日")}的值班`}
              icon={<CloseOutlined />}
              onClick={() => drop.mutate({ lawyer: post, day: day.format(dayFormat) })}
            />
          ) : null}
        </div>
      ))}
      {drop.error ? <ErrorSentence problem={drop.error} /> : null}
    </div>
  );
}

function AddDuty({ lawyers }: { readonly lawyers: readonly Lawyer[] }) {
  const [lawyer, setLawyer] = useState<string>();
  const [days, setDays] = useState<Dayjs[]>([]);
  const add = useSetDuties(() => setDays([]));
  const options = lawyers
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Space wrap>
      <Select
        aria-label="值班律师"
        placeholder="律师"
        style={{ width: 120 }}
        options={options}
        value={lawyer ?? null}
        onChange={setLawyer}
      />
      <DatePicker
        aria-label="值班的日子"
        placeholder="选日子，可选几天"
        multiple
        maxTagCount="responsive"
        style={{ width: 220 }}
        minDate={dayjs()}
        value={days}
        onChange={(chosen) => setDays(chosen ?? [])}
      />
      <Button
        loading={add.isPending}
        disabled={!lawyer || days.length === 0}
        onClick={() =>
          lawyer && add.mutate({ lawyer, days: days.map((day) => day.format(dayFormat)) })
        }
      >
        排班
      </Button>
      {add.error ? <ErrorSentence problem={add.error} /> : null}
    </Space>
  );
}
