// Pages (页面): every page under the shell, by its path; a room adds its lines here and nothing else.
import type { ComponentType } from "react";

export interface PageEntry {
  /** As TanStack Router writes paths: `/realname/roster/imports/$id`. */
  readonly path: string;
  /** The page's module; it exports `Page`. Each becomes a chunk of its own. */
  readonly load: () => Promise<{ Page: ComponentType }>;
}

export const pages: readonly PageEntry[] = [
  { path: "/", load: () => import("./pages/home.tsx") },
  { path: "/cases", load: () => import("./pages/cases/cases-page.tsx") },
  { path: "/cases/workload", load: () => import("./pages/cases/workload-page.tsx") },
  { path: "/cases/forecast", load: () => import("./pages/cases/forecast-page.tsx") },
  { path: "/cases/durations", load: () => import("./pages/cases/durations-page.tsx") },
  { path: "/cases/workload/$unionId/$role", load: () => import("./pages/cases/share-page.tsx") },
  { path: "/cases/hand-over", load: () => import("./pages/cases/hand-over-page.tsx") },
  { path: "/cases/flows", load: () => import("./pages/flows/flows-page.tsx") },
  { path: "/cases/flows/$id", load: () => import("./pages/flows/flow-page.tsx") },
  { path: "/cases/flow-moves/$id", load: () => import("./pages/flows/moves-page.tsx") },
  { path: "/cases/$id", load: () => import("./pages/cases/case-page.tsx") },
  { path: "/rules", load: () => import("./pages/rules/rules-page.tsx") },
  { path: "/functions", load: () => import("./pages/functions/functions-page.tsx") },
  { path: "/functions/$id", load: () => import("./pages/functions/function-page.tsx") },
  { path: "/notices", load: () => import("./pages/notices.tsx") },
  { path: "/publicity", load: () => import("./pages/publicity/publicity-page.tsx") },
  { path: "/publicity/$id/$token", load: () => import("./pages/publicity/notice-page.tsx") },
  { path: "/account/proxies", load: () => import("./pages/cases/proxies-page.tsx") },
  { path: "/account/phrases", load: () => import("./pages/cases/phrases-page.tsx") },
  { path: "/account/security", load: () => import("./pages/account/security-page.tsx") },
  { path: "/account/devices", load: () => import("./pages/account/devices.tsx") },
  { path: "/realname/roster", load: () => import("./pages/realname/members/roster-page.tsx") },
  {
    path: "/realname/roster/imports",
    load: () => import("./pages/realname/roster/imports-page.tsx"),
  },
  {
    path: "/realname/roster/imports/new",
    load: () => import("./pages/realname/roster/new-import-page.tsx"),
  },
  {
    path: "/realname/roster/imports/$id",
    load: () => import("./pages/realname/roster/import-page.tsx"),
  },
  { path: "/people/$id", load: () => import("./pages/people/person-page.tsx") },
  {
    path: "/realname/organisations",
    load: () => import("./pages/realname/organisations/organisations-page.tsx"),
  },
  { path: "/unions/$id", load: () => import("./pages/realname/organisations/union-page.tsx") },
  { path: "/cockpit", load: () => import("./pages/cockpit/cockpit-page.tsx") },
  { path: "/administration/access", load: () => import("./pages/administration/posts-page.tsx") },
  {
    path: "/administration/access/resets",
    load: () => import("./pages/administration/resets-page.tsx"),
  },
  {
    path: "/administration/calendar",
    load: () => import("./pages/administration/calendar-page.tsx"),
  },
  { path: "/administration/audit", load: () => import("./pages/administration/record-page.tsx") },
  { path: "/realname/card", load: () => import("./pages/realname/card/card-page.tsx") },
  {
    path: "/realname/data-quality",
    load: () => import("./pages/realname/data-quality/scores-page.tsx"),
  },
  {
    path: "/realname/data-quality/rows",
    load: () => import("./pages/realname/data-quality/rows-page.tsx"),
  },
  {
    path: "/realname/data-quality/suspects",
    load: () => import("./pages/realname/data-quality/suspects-page.tsx"),
  },
  {
    path: "/realname/data-quality/snapshots",
    load: () => import("./pages/realname/data-quality/snapshots-page.tsx"),
  },
  {
    path: "/realname/data-quality/compare",
    load: () => import("./pages/realname/data-quality/compare-page.tsx"),
  },
  {
    path: "/realname/data-quality/merges",
    load: () => import("./pages/realname/data-quality/merges-page.tsx"),
  },
  { path: "/gig/joining", load: () => import("./pages/gig/joining/invitations-page.tsx") },
  {
    path: "/gig/joining/invitations/new",
    load: () => import("./pages/gig/joining/new-invitation-page.tsx"),
  },
  {
    path: "/gig/joining/invitations/$id",
    load: () => import("./pages/gig/joining/invitation-page.tsx"),
  },
  {
    path: "/gig/joining/services",
    load: () => import("./pages/gig/joining/services-page.tsx"),
  },
  {
    path: "/gig/joining/federations",
    load: () => import("./pages/gig/joining/federations-page.tsx"),
  },
  {
    path: "/gig/joining/rate/headcount",
    load: () => import("./pages/gig/joining/headcount-page.tsx"),
  },
  { path: "/gig/joining/rate", load: () => import("./pages/gig/joining/rate-page.tsx") },
  {
    path: "/grassroots/election",
    load: () => import("./pages/grassroots/election/terms-page.tsx"),
  },
  {
    path: "/grassroots/founding",
    load: () => import("./pages/grassroots/founding/progress-page.tsx"),
  },
  {
    path: "/grassroots/founding/coverage",
    load: () => import("./pages/grassroots/founding/coverage-page.tsx"),
  },
  {
    path: "/grassroots/mediation",
    load: () => import("./pages/grassroots/mediation/disputes-page.tsx"),
  },
  {
    path: "/grassroots/mediation/disputes/$id",
    load: () => import("./pages/grassroots/mediation/dispute-page.tsx"),
  },
  {
    path: "/grassroots/mediation/interests",
    load: () => import("./pages/grassroots/mediation/interests-page.tsx"),
  },
  {
    path: "/grassroots/mediation/rate",
    load: () => import("./pages/grassroots/mediation/rate-page.tsx"),
  },
  {
    path: "/grassroots/proposals",
    load: () => import("./pages/grassroots/proposals/proposals-page.tsx"),
  },
  {
    path: "/grassroots/proposals/campaigns",
    load: () => import("./pages/grassroots/proposals/campaigns-page.tsx"),
  },
  {
    path: "/grassroots/proposals/selections",
    load: () => import("./pages/grassroots/proposals/selections-page.tsx"),
  },
  {
    path: "/grassroots/proposals/selections/$id",
    load: () => import("./pages/grassroots/proposals/selection-page.tsx"),
  },
  {
    path: "/grassroots/proposals/disclosures",
    load: () => import("./pages/grassroots/proposals/disclosures-page.tsx"),
  },
  {
    path: "/grassroots/proposals/questions",
    load: () => import("./pages/grassroots/proposals/questions-page.tsx"),
  },
  {
    path: "/grassroots/legal-aid",
    load: () => import("./pages/grassroots/legal-aid/matters-page.tsx"),
  },
  {
    path: "/grassroots/legal-aid/matters/$id",
    load: () => import("./pages/grassroots/legal-aid/matter-page.tsx"),
  },
  {
    path: "/grassroots/legal-aid/lawyers",
    load: () => import("./pages/grassroots/legal-aid/lawyers-page.tsx"),
  },
  {
    path: "/grassroots/legal-aid/consultations",
    load: () => import("./pages/grassroots/legal-aid/consultations-page.tsx"),
  },
  {
    path: "/grassroots/legal-aid/recovered",
    load: () => import("./pages/grassroots/legal-aid/recovered-page.tsx"),
  },
  { path: "/$platform/$room", load: () => import("./pages/functions/room-page.tsx") },
];
