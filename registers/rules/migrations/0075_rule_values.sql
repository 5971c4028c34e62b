-- 规定数值: numbers of rules that a federation sets for its own place; proposed by one, agreed to by another.

create table business.rule_values (
  number int generated always as identity primary key,
  room text not null,
  name text not null,
  org_path text collate "C" not null,
  place text not null check (place ~ '^\d{2}(\d{2}(\d{2})?)?$'),
  from_day date not null,
  value bigint not null check (value >= 0),
  document text not null check (length(document) between 2 and 100),
  article text check (length(article) between 1 and 40),
  state text not null check (state in ('proposed', 'agreed', 'refused')),
  proposed_by uuid not null,
  proposed_words text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_words text,
  decided_at timestamptz,
  check (state <> 'agreed' or decided_by <> proposed_by)
);
comment on table business.rule_values is '规定数值: a number of a rule as a federation set it for its own place; at one place the one that began last holds, and none is ever changed';
comment on column business.rule_values.room is 'the room whose parameters.yaml has the number, such as legal-aid';
comment on column business.rule_values.name is 'the number''s name there, such as minimumWage';
comment on column business.rule_values.org_path is 'the federation that set it';
comment on column business.rule_values.place is 'prefix of the division it holds in, such as 430121';
comment on column business.rule_values.from_day is 'the first day it is decided by; always after the day it was agreed to';
comment on column business.rule_values.value is 'as it would stand in the file, in its unit there; money in 分';
comment on column business.rule_values.document is 'title and number of the paper that sets it, as an officer quotes it';
create unique index rule_values_waiting on business.rule_values (room, name, org_path) where state = 'proposed';
create unique index rule_values_day on business.rule_values (room, name, place, from_day) where state = 'agreed';
call house.by_union('business.rule_values', 'select, insert, update');
grant usage on sequence business.rule_values_number_seq to niangjia_staff;
