// Finding (查找): by identity number, by name under a county, a count under a city; through row-level security and without.
import type { Actor } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { sql } from "kysely";
import { filterShape, type MemberFilter } from "../registers/members/contract.ts";
import { conditionsOf } from "../registers/members/filter.ts";
import { countUpTo, linesOf, pageOf } from "../registers/members/list-store.ts";
