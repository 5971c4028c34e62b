-- 业务数据库: cases, what was done in them, what is still to do.

create table business.cases (
  id uuid primary key,
  function text not null,
  number text not null unique,
  title text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  account_id uuid not null,
  status text not null,
  facts jsonb not null,
  state jsonb not null,
  definition_version int not null default 1,
  filed_at timestamptz,
  ended_at timestamptz,
  due_day date,
  updated_at timestamptz not null
);
comment on table business.cases is '办件: one row a case; state is what its actions add up to, kept to be read quickly';
comment on column business.cases.number is '办件编号 that people quote: function, day, running letters';
comment on column business.cases.facts is 'the form as filed; identity and bank numbers lie in it encrypted, beside their masks';
comment on column business.cases.person_id is 'the person it is about, when it is about one; they may read it';
create index cases_path on business.cases (org_path, status, updated_at desc);
create index cases_account on business.cases (account_id, updated_at desc);
create index cases_person on business.cases (person_id);
create index cases_function on business.cases (function, org_path);
call house.by_union('business.cases');
call house.by_person('business.cases', 'select, insert, update');
create policy by_account on business.cases to niangjia_staff
  using (account_id = house.account()) with check (account_id = house.account());

create table business.case_actions (
  case_id uuid not null,
  seq int not null,
  org_path text collate "C" not null,
  person_id uuid,
  account_id uuid,
  kind text not null,
  node text,
  round int not null,
  at timestamptz not null,
  actor text not null,
  opinion text,
  body jsonb not null,
  primary key (case_id, seq)
);
comment on table business.case_actions is '办理记录: append-only; replaying them gives the state of the case';
create index case_actions_path on business.case_actions (org_path, at);
call house.by_union('business.case_actions', 'select, insert');
call house.by_person('business.case_actions', 'select, insert');

create table business.tasks (
  id uuid primary key,
  case_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  node text not null,
  round int not null,
  title text not null,
  role text not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  opened_at timestamptz not null,
  due_day date,
  timer_day date,
  on_timeout text,
  done_by uuid,
  done_at timestamptz,
  decision text,
  urged int not null default 0
);
comment on table business.tasks is '待办: who must do what on a case; held by a role at exactly the union of org_path';
create index tasks_open on business.tasks (org_path, role, due_day) where state = 'open';
create index tasks_case on business.tasks (case_id);
create index tasks_done on business.tasks (done_by, done_at desc) where state = 'done';
create index tasks_timer on business.tasks (timer_day) where state = 'open' and timer_day is not null;
call house.by_union('business.tasks');
call house.by_person('business.tasks', 'select, insert, update');
