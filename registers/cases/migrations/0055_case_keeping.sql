-- 办件去向: cases a case began, what it has up for everybody to see, whom it asked, who has read it.

create table business.case_subs (
  parent_id uuid not null,
  token int not null,
  key int not null,
  case_id uuid not null,
  told_at timestamptz,
  primary key (parent_id, token, key)
);
comment on table business.case_subs is '关联事项: a case that a step of another one began; token and key are the parent''s own names for it';
comment on column business.case_subs.told_at is 'when the parent heard that it had ended';
create unique index case_subs_case on business.case_subs (case_id, parent_id);
create index case_subs_untold on business.case_subs (case_id) where told_at is null;
call house.guard('business.case_subs');
-- Whoever reads the one knows of the other by its number; reading it is the other's own to allow.
grant select on business.case_subs to niangjia_staff, niangjia_person;
create policy with_case on business.case_subs for select to niangjia_staff, niangjia_person
  using (exists (select from business.cases c where c.id = parent_id)
    or exists (select from business.cases c where c.id = case_id));

create table business.case_notices (
  case_id uuid not null,
  token int not null,
  org_path text collate "C" not null,
  title text not null,
  words text not null,
  from_day date not null,
  due_day date,
  ended_at timestamptz,
  primary key (case_id, token)
);
comment on table business.case_notices is '公示: what a step has up for the people of a union; token is the visit to the step';
comment on column business.case_notices.words is 'what everybody may read: people masked, nothing sealed';
comment on column business.case_notices.due_day is 'last day of it; null while an objection is dealt with, and its term stands still';
create index case_notices_up on business.case_notices (org_path, from_day desc) where ended_at is null;
create index case_notices_path on business.case_notices (org_path, from_day desc);
call house.by_union('business.case_notices', 'select');
-- Those below a union are its people too.
create policy from_below on business.case_notices for select to niangjia_staff
  using (starts_with(house.low(), org_path));
grant select on business.case_notices to niangjia_person;
create policy of_own_union on business.case_notices for select to niangjia_person
  using (exists (select from member.memberships m where m.person_id = house.person()
      and m.state in ('active', 'kept') and starts_with(m.org_path, case_notices.org_path))
    or exists (select from business.cases c where c.id = case_id));

create table business.case_questions (
  case_id uuid not null,
  number int not null,
  task int not null,
  org_path text collate "C" not null,
  account_id uuid not null,
  asked_at timestamptz not null,
  state text not null check (state in ('open', 'answered', 'dropped')),
  primary key (case_id, number)
);
comment on table business.case_questions is '沟通: whom somebody at a task asked, so that it lies on their desk; the words are in the state of the case';
comment on column business.case_questions.org_path is 'union of the post that was asked; of an applicant, the union of the case';
comment on column business.case_questions.state is 'dropped when the task was done before it was answered';
create index case_questions_open on business.case_questions (account_id) where state = 'open';
call house.by_account('business.case_questions');
-- Who was asked may read what the question is about.
create policy by_question on business.cases for select to niangjia_staff
  using (exists (select from business.case_questions q where q.case_id = cases.id));

alter table business.case_copies
  add column number int not null default 0,
  add column account_id uuid,
  add column read_at timestamptz;
comment on column business.case_copies.number is 'of what somebody or the clock sent, its own within the case; 0 for what the flow itself lets know';
comment on column business.case_copies.account_id is 'only this account is told; null for whoever holds the role';
comment on column business.case_copies.read_at is '已阅: when it was marked as read; what the flow itself lets know is not marked';
alter table business.case_copies drop constraint case_copies_pkey;
alter table business.case_copies add primary key (case_id, org_path, role, number);

alter table business.tasks add column amber smallint not null default 1;
comment on column business.tasks.amber is 'how many working days before its last day its term turns amber';
