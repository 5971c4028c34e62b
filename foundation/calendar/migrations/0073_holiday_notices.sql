-- Holiday notices: the arrangements announced since the release, loaded by the house's system administrator.

create table access.holiday_notices (
  id uuid primary key,
  year smallint not null check (year between 2024 and 2199),
  off text[] not null,
  make_up text[] not null,
  source text not null,
  loaded_by uuid references access.accounts,
  loaded_at timestamptz not null
);
comment on table access.holiday_notices is '放假安排: what the State Council announced for a year; the last row of a year holds, earlier ones stay as they were';
comment on column access.holiday_notices.off is 'days off, YYYY-MM-DD or a closed span of two, as in foundation/holidays.ts';
comment on column access.holiday_notices.make_up is 'Saturdays and Sundays worked (调休), YYYY-MM-DD';
comment on column access.holiday_notices.source is 'title and number of the notice';
create index holiday_notices_year on access.holiday_notices (year, loaded_at desc);
create index holiday_notices_loader on access.holiday_notices (loaded_by);
call house.readable('access.holiday_notices');
