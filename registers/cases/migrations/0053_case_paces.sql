-- 办理用时: how long steps took, counted every night; and how well a forecast from it would have done.

create table business.step_paces (
  function text not null,
  node text not null,
  org_path text collate "C" not null,
  workdays int not null,
  tasks int not null,
  late int not null,
  primary key (function, node, org_path, workdays)
);
comment on table business.step_paces is '各环节用时: decided tasks of the last twelve months by function, step, place and working days spent';
comment on column business.step_paces.org_path is 'the county of who decided; outside all counties, their own union';
comment on column business.step_paces.late is 'how many of them were decided after their due day';
create index step_paces_place on business.step_paces (org_path);
call house.by_union('business.step_paces', 'select');

create table business.forecast_checks (
  counted_on date primary key,
  from_day date,
  to_day date,
  tasks int not null,
  late int not null,
  brier double precision,
  base_brier double precision,
  bins jsonb not null
);
comment on table business.forecast_checks is '超时预测回测: what was forecast at half of the term for the tasks decided last, beside what happened';
comment on column business.forecast_checks.counted_on is 'the day the paces were last counted, too';
comment on column business.forecast_checks.brier is 'mean squared error of the forecast; base_brier that of saying the usual share for every task';
call house.readable('business.forecast_checks');

create index tasks_decided on business.tasks (done_at) include (org_path, role, done_by) where state = 'done';
