-- 法律援助: lawyers and when they are on duty, answered questions, applications and what came of them, the journal.

create table business.legal_aid_lawyers (
  post_id uuid primary key,
  account_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  firm text not null,
  practice_number text not null,
  specialities text[] not null,
  serves_id uuid not null,
  active boolean not null,
  noted_at timestamptz not null,
  noted_by uuid not null
);
comment on table business.legal_aid_lawyers is '援助律师: who may be on duty and be assigned, at the federation of their post';
comment on column business.legal_aid_lawyers.serves_id is 'the union whose people they serve first: the federation itself, or a town below it';
comment on column business.legal_aid_lawyers.practice_number is '执业证号, 17 digits';
create index legal_aid_lawyers_path on business.legal_aid_lawyers (org_path, name);
call house.by_union('business.legal_aid_lawyers');

create table business.legal_aid_duties (
  post_id uuid not null,
  day date not null,
  org_path text collate "C" not null,
  noted_at timestamptz not null,
  noted_by uuid not null,
  primary key (post_id, day)
);
comment on table business.legal_aid_duties is '律师值班: who answers questions on which day at which federation';
create index legal_aid_duties_path on business.legal_aid_duties (org_path, day);
call house.by_union('business.legal_aid_duties', 'select, insert, delete');

create table business.legal_aid_interests (
  id uuid primary key,
  post_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('client', 'adviser', 'relative', 'shareholder', 'other')),
  name text not null,
  note text,
  declared_at timestamptz not null,
  declared_by uuid not null,
  ended_at timestamptz
);
comment on table business.legal_aid_interests is '利益关系申报: firms and people a lawyer may not act against; never deleted, only ended';
comment on column business.legal_aid_interests.name is 'a firm, or a person such as a relative';
create index legal_aid_interests_post on business.legal_aid_interests (post_id);
create index legal_aid_interests_path on business.legal_aid_interests (org_path);
call house.by_union('business.legal_aid_interests');

create table business.legal_aid_consultations (
  case_id uuid primary key,
  number text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  account_id uuid not null,
  kind text not null,
  asked_at timestamptz not null,
  answered_at timestamptz not null,
  lawyer_post uuid not null,
  lawyer text not null,
  on_duty boolean not null,
  suggestion text not null,
  stars smallint check (stars between 1 and 5)
);
comment on table business.legal_aid_consultations is '法律咨询: each question a lawyer answered; question and answer stand in the case';
comment on column business.legal_aid_consultations.account_id is 'whoever asked';
comment on column business.legal_aid_consultations.on_duty is 'the lawyer was on duty that day; else the question was handed to them, or nobody was';
comment on column business.legal_aid_consultations.stars is 'what the worker thinks of it; null while not rated';
create index legal_aid_consultations_path on business.legal_aid_consultations (org_path, answered_at desc);
create index legal_aid_consultations_lawyer on business.legal_aid_consultations (lawyer_post);
call house.by_union('business.legal_aid_consultations', 'select');
call house.by_account('business.legal_aid_consultations');

create table business.legal_aid_matters (
  case_id uuid primary key,
  number text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  union_id uuid not null,
  account_id uuid not null,
  applicant_mask text not null,
  kind text not null,
  respondent text not null,
  claim_fen bigint check (claim_fen >= 0),
  urgent boolean not null,
  state text not null
    check (state in ('filed', 'returned', 'granted', 'assigned', 'closed', 'refused', 'withdrawn')),
  filed_at timestamptz not null,
  decision jsonb not null,
  verdict text not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text,
  assign_due_day date,
  lawyer_post uuid,
  lawyer_account uuid,
  lawyer text,
  assigned_at timestamptz,
  close_case uuid,
  closed_day date,
  result text check (result in ('won', 'partly', 'settled', 'lost', 'ended')),
  recovered_fen bigint check (recovered_fen >= 0),
  stars smallint check (stars between 1 and 5),
  stars_words text,
  check ((lawyer_post is null) = (lawyer_account is null) and (lawyer_post is null) = (assigned_at is null)),
  check ((state = 'closed') = (closed_day is not null)),
  check ((closed_day is null) = (result is null) and (closed_day is null) = (recovered_fen is null))
);
comment on table business.legal_aid_matters is '援助案件: one row an application, from filing to what was won back; only the house writes it';
comment on column business.legal_aid_matters.case_id is 'the application; its number is the number of the aid';
comment on column business.legal_aid_matters.org_path is 'the county federation that decides';
comment on column business.legal_aid_matters.union_id is 'where the employer is, as the worker chose it';
comment on column business.legal_aid_matters.account_id is 'the worker';
comment on column business.legal_aid_matters.decision is 'the policy''s decision with facts, numbers and reasons, to be replayed; of the day it was decided, before that of the day it was filed';
comment on column business.legal_aid_matters.decided_why is 'the words of whoever decided; always there when they went against the policy';
comment on column business.legal_aid_matters.assign_due_day is 'last day to assign a lawyer';
comment on column business.legal_aid_matters.recovered_fen is 'what counts as won back: as worker and lawyer say alike, or as the federation found';
create index legal_aid_matters_path on business.legal_aid_matters (org_path, filed_at desc);
create index legal_aid_matters_closed on business.legal_aid_matters (org_path, closed_day) where closed_day is not null;
create index legal_aid_matters_lawyer on business.legal_aid_matters (lawyer_post) where state = 'assigned';
create index legal_aid_matters_account on business.legal_aid_matters (account_id);
call house.by_union('business.legal_aid_matters', 'select');
call house.by_account('business.legal_aid_matters');

create table business.legal_aid_assignments (
  id uuid primary key,
  matter_id uuid not null,
  case_id uuid not null,
  org_path text collate "C" not null,
  post_id uuid not null,
  lawyer text not null,
  decision jsonb not null,
  rank text not null,
  at timestamptz not null,
  by_account uuid not null
);
comment on table business.legal_aid_assignments is '指派记录: which lawyer took it on, that nothing stood against it, and how they ranked then; appended';
create index legal_aid_assignments_matter on business.legal_aid_assignments (matter_id, at);
create index legal_aid_assignments_path on business.legal_aid_assignments (org_path);
call house.by_union('business.legal_aid_assignments', 'select');

create table business.legal_aid_entries (
  id uuid primary key,
  matter_id uuid not null,
  org_path text collate "C" not null,
  account_id uuid not null,
  day date not null,
  kind text not null,
  words text not null,
  next_words text,
  next_day date,
  files jsonb not null,
  result text check (result in ('won', 'partly', 'settled', 'lost', 'ended')),
  recovered_fen bigint check (recovered_fen >= 0),
  at timestamptz not null,
  by_account uuid not null,
  by_words text not null,
  check ((kind = 'outcome') = (result is not null) and (result is null) = (recovered_fen is null))
);
comment on table business.legal_aid_entries is '办案日志: steps and papers of a matter, appended by its lawyer and read by the worker; what was wrong is put right by another entry';
comment on column business.legal_aid_entries.account_id is 'the worker it is for';
comment on column business.legal_aid_entries.files is 'list of {id, name, sha256}';
create index legal_aid_entries_matter on business.legal_aid_entries (matter_id, at);
create index legal_aid_entries_path on business.legal_aid_entries (org_path);
call house.by_union('business.legal_aid_entries', 'select, insert');
call house.by_account('business.legal_aid_entries');
