-- Quality of records by union and day: numerators and denominators, so that a union's numbers are the sum of those below it.

create table business.data_quality_scores (
  org_path text collate "C" not null,
  day date not null,
  people bigint not null,
  completeness_good bigint not null,
  completeness_total bigint not null,
  validity_good bigint not null,
  validity_total bigint not null,
  uniqueness_good bigint not null,
  uniqueness_total bigint not null,
  consistency_good bigint not null,
  consistency_total bigint not null,
  timeliness_good bigint not null,
  timeliness_total bigint not null,
  faults jsonb not null,
  primary key (org_path, day)
);
comment on table business.data_quality_scores is '数据质量: of a union and all below it; a row holds until the next one, and none is written for a day on which nothing changed';
comment on column business.data_quality_scores.people is 'members on the roster, kept ones included';
comment on column business.data_quality_scores.completeness_good is 'checks passed; total is checks asked, of all members together';
comment on column business.data_quality_scores.faults is 'code of a check to the number of members that fail it; none is left out';
call house.by_union('business.data_quality_scores', 'select');

create table business.data_quality_runs (
  day date primary key,
  at timestamptz not null
);
comment on table business.data_quality_runs is '质量评分日: days on which everything was counted anew';
call house.readable('business.data_quality_runs');
