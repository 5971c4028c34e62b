-- 终止筹建: a founding that is not gone on with is given up; its firm may be applied for again, and what was stays on record.
alter table business.founding_unions add column given_up_day date, add column given_up_why text;
alter table business.founding_unions add check ((given_up_day is null) = (given_up_why is null)),
  add check (given_up_day is null or opened_day is null);
comment on column business.founding_unions.given_up_day is 'the union never lived: it closed on this day, still in preparation';
comment on column business.founding_unions.given_up_why is 'the reason, as the union above wrote it';
