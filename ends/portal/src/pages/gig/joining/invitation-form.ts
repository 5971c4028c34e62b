// The form of an invitation (活动或海报表单): days and hours as an officer thinks of them, moments as the house takes them.
import { dayWords } from "../../../ui/words.ts";
import type { CaseFunction } from "../../functions/functions.ts";
import type { NewInvitation } from "./joining.ts";

export interface InvitationValues {
  readonly union: string;
  readonly kind: "event" | "poster";
  readonly title: string;
  readonly place: string;
  readonly trade?: string;
  /** Days, `2026-11-21`. */
  readonly day: string;
  readonly untilDay: string;
  /** Of an event, `09:00`. */
  readonly from?: string;
  readonly to?: string;
  readonly approved?: boolean;
  readonly resolution?: string;
  readonly resolutionDay?: string;
}

type Choices = { value: string; title: string }[];

const halfHours: Choices = Array.from({ length: 34 }, (_, nth) => {
  const hour = String(6 + Math.floor(nth / 2)).padStart(2, "0");
  const value = `${hour}:${nth % 2 === 0 ? "00" : "30"}`;
  return { value, title: value };
});

const required = true;
const ofEvent = { field: "kind", is: ["event"] };
const ofApproved = { field: "approved", is: [true] };

export const invitationForm = (trades: Choices): CaseFunction["form"] => ({
  groups: [
    {
      title: "加入哪个工会",
      fields: [
        {
          ...{ name: "kind", title: "方式", kind: "choice", required },
          options: [
            { value: "event", title: "集中入会活动" },
            { value: "poster", title: "海报" },
          ],
        },
        { name: "union", title: "工会", kind: "union", required },
        { name: "title", title: "名称", kind: "text", maxLength: 40, required, help: "印在海报上" },
        { name: "place", title: "地点", kind: "text", maxLength: 60, required },
        { name: "trade", title: "面向的群体", kind: "choice", options: trades, required: false },
      ],
    },
    {
      title: "时间",
      fields: [
        { name: "day", title: "开始日期", kind: "day", required },
        {
          name: "from",
          title: "几点开始",
          kind: "choice",
          options: halfHours,
          required,
          when: ofEvent,
        },
        {
          name: "to",
          title: "几点结束",
          kind: "choice",
          options: halfHours,
          required,
          when: ofEvent,
        },
        {
          ...{ name: "untilDay", title: "二维码有效到", kind: "day", required },
          help: "当天 24 点失效，最长一年",
        },
      ],
    },
    {
      title: "批准",
      fields: [
        {
          ...{
            name: "approved",
            title: "委员会已经批准这次集中入会",
            kind: "yes-no",
            required,
            when: ofEvent,
          },
          help: "选“是”，扫码填表后直接入会，不再逐批审核",
        },
        {
          ...{ name: "resolution", title: "决议名称和文号", kind: "text", maxLength: 100 },
          ...{ required, when: ofApproved },
        },
        {
          ...{
            name: "resolutionDay",
            title: "决议日期",
            kind: "day",
            latest: dayWords(new Date()),
          },
          ...{ required, when: ofApproved },
        },
      ],
    },
  ],
});

/** Hours are those of the union: China has one time. */
const moment = (day: string, time: string): string => `${day}T${time}:00+08:00`;

export function newInvitation(values: InvitationValues): NewInvitation {
  const { union, kind, title, place, trade, day, untilDay, from, to } = values;
  const event = kind === "event";
  const resolved =
    event && values.approved
      ? { resolution: values.resolution, resolutionDay: values.resolutionDay }
      : {};
  return {
    ...{ union, kind, title, place },
    ...(trade ? { trade } : {}),
    opensAt: moment(day, (event && from) || "00:00"),
    ...(event && to ? { closesAt: moment(day, to) } : {}),
    expiresAt: `${untilDay}T23:59:59+08:00`,
    ...resolved,
  };
}
