-- When each sweep ran and what it did, for whoever answers for it.

create table outbox.runs (
  id uuid primary key,
  sweep text not null,
  subject text,
  started_at timestamptz not null,
  ended_at timestamptz,
  did jsonb,
  failure text
);
comment on table outbox.runs is '定时任务运行记录: one row a run of a sweep';
create index runs_sweep on outbox.runs (sweep, started_at desc);
call house.guard('outbox.runs');
