-- 办理用时: since when a task that was handed on has waited, and an index for the tasks the clock passed on, which were
-- late and count with those that were decided.
alter table business.tasks add begun_at timestamptz;
comment on column business.tasks.begun_at is 'since when it could be done by who had it before it was handed on; null for what was not';
comment on table business.step_paces is '各环节用时: tasks of the last twelve months that were decided, or passed on by the clock, by function, step, place and working days spent';

drop index business.tasks_decided;
create index tasks_decided on business.tasks (done_at) include (org_path, role, done_by, state)
  where state = 'done' or how in ('escalate', 'pass');

-- 工作台: what nobody has marked as read is counted each minute, beside years of copies that were.
create index case_copies_unread on business.case_copies (org_path, role)
  where number > 0 and read_at is null;
