// All routes (全部接口): those of the rooms, and the few that need to know the whole house.
import { linkRoute } from "@niangjia/foundation/files";
import type { Route } from "@niangjia/foundation/http";
import {
  consentRoutes,
  type PushDoor,
  pushRoutes,
  type SubscriptionTemplate,
} from "@niangjia/foundation/notices";
import type { Room } from "@niangjia/foundation/room";
import { demoAccountsRoute } from "./demo/accounts.ts";
import { demoMessagesRoute } from "./demo/messages.ts";
import { demoRosterRoute } from "./demo/roster.ts";
import { meRoute } from "./me/me.ts";

export interface RoutesOptions {
  readonly demo?: boolean;
  readonly push?: PushDoor;
  readonly wechatTemplate?: SubscriptionTemplate;
}

export function houseRoutes(
  rooms: readonly Room[],
  { demo = false, push, wechatTemplate }: RoutesOptions = {},
): readonly Route[] {
  const offered = rooms.flatMap((room) => room.routes ?? []);
  return [
    ...offered,
    linkRoute(offered),
    ...pushRoutes(push),
    ...consentRoutes(wechatTemplate),
    meRoute(rooms, demo),
    ...(demo ? [demoAccountsRoute(), demoMessagesRoute(), demoRosterRoute()] : []),
  ];
}
