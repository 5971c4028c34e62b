-- Rollups (汇总): numbers of members and unions by ancestor, fed by delta rows; a number is its total plus the deltas not yet folded.

create table organisation.deltas (
  id uuid primary key,
  org_path text collate "C" not null,
  measure text not null,
  day date not null,
  amount bigint not null
);
comment on table organisation.deltas is '增量: a change of a number at one union, written in the transaction of the change itself';
comment on column organisation.deltas.measure is 'members, members.kept, members.gig, members.women, unions …';
create index deltas_path on organisation.deltas (org_path, measure);
call house.by_union('organisation.deltas', 'select, insert');

create table organisation.totals (
  org_path text collate "C" not null,
  measure text not null,
  amount bigint not null,
  primary key (org_path, measure)
);
comment on table organisation.totals is '合计: a number of a union and all below it, as far as folded';
call house.by_union('organisation.totals', 'select');

create table organisation.days (
  org_path text collate "C" not null,
  measure text not null,
  day date not null,
  amount bigint not null,
  primary key (org_path, measure, day)
);
comment on table organisation.days is '按日变化: how much a number of a union and all below it changed on a day, as far as folded; for trends';
call house.by_union('organisation.days', 'select');
