-- 业务数据库: cases, what was done in them, and on whose desk they lie. Only the house writes here, on behalf of whoever acts.

create sequence business.case_numbers;
grant usage on sequence business.case_numbers to niangjia_system;

create table business.case_flows (
  function text not null,
  version int not null,
  definition jsonb not null,
  primary key (function, version)
);
comment on table business.case_flows is '流程版本: the steps of a function as cases were filed on them; a case keeps its version to the end';
call house.readable('business.case_flows');

create table business.cases (
  id uuid primary key,
  function text not null,
  version int not null,
  number text not null,
  title text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  account_id uuid not null,
  status text not null check (status in ('running', 'returned', 'approved', 'rejected', 'withdrawn')),
  facts jsonb not null,
  facts_cipher bytea,
  state jsonb not null,
  outcome text,
  due_day date,
  filed_at timestamptz not null,
  ended_at timestamptz,
  updated_at timestamptz not null
);
comment on table business.cases is '办件: one row a case; state is what its actions add up to, kept to be read quickly';
comment on column business.cases.number is '办件编号 that people quote: day and running number, never given twice';
comment on column business.cases.title is 'words for lists: function and subject, people masked';
comment on column business.cases.org_path is 'the union it was filed at, which its flow calls union';
comment on column business.cases.person_id is 'the person it is about, when it is about one; they may read it and not decide it';
comment on column business.cases.account_id is 'the applicant: who filed it, for themselves or for another';
comment on column business.cases.facts is 'the form as filed, with masks where facts_cipher holds the whole';
comment on column business.cases.facts_cipher is 'names and numbers of people, by field, as one sealed text';
comment on column business.cases.state is 'state of the case engine; a seat names its union by id, so that it stays true when the union moves';
comment on column business.cases.outcome is '办理结果: what the effect brought about, in words for the applicant';
create index cases_path on business.cases (org_path, status, updated_at desc);
create index cases_account on business.cases (account_id, updated_at desc);
create index cases_person on business.cases (person_id);

create table business.case_actions (
  case_id uuid not null,
  seq int not null,
  kind text not null,
  account_id uuid,
  at timestamptz not null,
  action jsonb not null,
  primary key (case_id, seq)
);
comment on table business.case_actions is '办理记录: append-only; replaying them gives the state of the case. Two writers cannot both add the same one';
call house.guard('business.case_actions');
revoke update, delete on business.case_actions from niangjia_system;

create table business.tasks (
  case_id uuid not null,
  number int not null,
  org_path text collate "C" not null,
  role text not null,
  node text not null,
  title text not null,
  excluded uuid[] not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  opened_at timestamptz not null,
  due_day date,
  alarm_day date,
  done_by uuid,
  done_at timestamptz,
  how text,
  primary key (case_id, number)
);
comment on table business.tasks is '待办: what a role at exactly the union of org_path is asked to decide; number is its own within the case';
comment on column business.tasks.excluded is 'persons and accounts who may not take it, whatever post they hold';
comment on column business.tasks.state is 'done by a person of that role, or dropped because it was decided elsewhere, raised or passed by the clock';
comment on column business.tasks.alarm_day is 'after this day the clock looks at it';
create index tasks_open on business.tasks (org_path, role, due_day) where state = 'open';
create index tasks_done on business.tasks (done_by, done_at desc) where state = 'done';
create index tasks_alarm on business.tasks (alarm_day, case_id, number) where state = 'open' and alarm_day is not null;
call house.by_union('business.tasks', 'select');

create table business.case_copies (
  case_id uuid not null,
  org_path text collate "C" not null,
  role text not null,
  at timestamptz not null,
  primary key (case_id, org_path, role)
);
comment on table business.case_copies is '抄送: what a role at exactly the union of org_path is let know of';
create index case_copies_desk on business.case_copies (org_path, role, at desc);
call house.by_union('business.case_copies', 'select');

create table business.cases_running (
  function text not null,
  key bytea not null,
  case_id uuid not null,
  primary key (function, key)
);
comment on table business.cases_running is 'directory: keyed hash of what a function may run only once for at a time, to the case that runs';
create index cases_running_case on business.cases_running (case_id);
call house.guard('business.cases_running');

create table business.case_drafts (
  id uuid primary key,
  account_id uuid not null,
  function text not null,
  facts_cipher bytea not null,
  updated_at timestamptz not null,
  unique (account_id, function)
);
comment on table business.case_drafts is '草稿: a form half filled in, whole and sealed, for its author alone';
call house.by_account('business.case_drafts', 'select, insert, update, delete');

-- A case is read at its union and above, by its applicant, by whom it is about, and by whoever has or had it on the desk.
call house.by_union('business.cases', 'select');
create policy by_account on business.cases for select to niangjia_staff using (account_id = house.account());
create policy by_desk on business.cases for select to niangjia_staff using (
  exists (select from business.tasks t where t.case_id = cases.id)
  or exists (select from business.case_copies c where c.case_id = cases.id));
-- A person's desk is the same query as an officer's: of tasks and copies it finds none, since no policy shows them any.
grant select on business.tasks, business.case_copies to niangjia_person;
grant select on business.cases to niangjia_person;
create policy by_self on business.cases for select to niangjia_person
  using (account_id = house.account() or person_id = house.person());

grant select on business.case_actions to niangjia_staff, niangjia_person;
create policy with_case on business.case_actions for select to niangjia_staff, niangjia_person
  using (exists (select from business.cases c where c.id = case_id));
