-- 办件引擎: tasks that somebody holds or that wait, the clock of waits and of whole cases.

alter table business.tasks
  add column holder_account uuid,
  add column waits boolean not null default false;
comment on column business.tasks.holder_account is 'only this account is asked: it claimed the task, or was given it by name';
comment on column business.tasks.waits is 'it cannot be done yet: others sign before, or the applicant mends';
create index tasks_held on business.tasks (holder_account, due_day) where state = 'open' and holder_account is not null;
-- Somebody who decides a step of their own case finds it on their desk.
create policy by_holder on business.tasks for select to niangjia_person using (holder_account = house.account());

alter table business.cases add column alarm_day date;
comment on column business.cases.alarm_day is 'after this day the clock looks at what belongs to no task: a wait, a notice, the term of the whole case';
create index cases_alarm on business.cases (alarm_day, id) where alarm_day is not null;
