-- 查找办件: what a case is found by, beside the case so that deciding it writes none of this anew.

-- Chinese is written without spaces: two characters are the least that is looked for, and any longer text is all its pairs.
create function business.bigrams(words text) returns text[]
  language sql immutable strict parallel safe cost 2000
  return array(select substr(words, place, 2) from generate_series(1, length(words) - 1) as place);
comment on function business.bigrams is 'every two characters that stand side by side';

create table business.case_words (
  case_id uuid primary key,
  words text not null check (length(words) <= 2000),
  made smallint not null
);
comment on table business.case_words is '办件检索文字: title, union and open facts of a case, folded to one spelling; nothing sealed. Only the house looks here';
comment on column business.case_words.made is 'which way of gathering made it; those of an older way are made anew by a sweep';
create index case_words_bigrams on business.case_words using gin (business.bigrams(words));
create index case_words_made on business.case_words (made, case_id);
call house.guard('business.case_words');

create table business.case_people (
  blind bytea not null,
  case_id uuid not null,
  primary key (blind, case_id)
);
comment on table business.case_people is '办件涉及的人: keyed hashes of the names, identity numbers and phones a case tells of, to be found by and never read';
create index case_people_case on business.case_people (case_id);
call house.guard('business.case_people');

-- Until the sweep has gathered the rest, cases already there are found by their titles.
insert into business.case_words (case_id, words, made)
  select id, left(lower(normalize(title, nfkc)), 2000), 0 from business.cases;

create index cases_filed on business.cases (filed_at desc, id desc);
create index cases_function on business.cases (function, filed_at desc, id desc);
create index cases_number on business.cases (number collate "C");
create index cases_waiting on business.cases (due_day, id) where ended_at is null;
create index cases_seldom on business.cases (status, filed_at desc, id desc)
  where status in ('returned', 'rejected', 'withdrawn');

create table business.case_lists (
  account_id uuid not null,
  id uuid not null,
  org_path text collate "C" not null,
  name text not null check (length(name) between 1 and 30),
  query jsonb not null,
  shared boolean not null,
  place int not null,
  changed_at timestamptz not null,
  primary key (account_id, id)
);
comment on table business.case_lists is '常用查询: filters of the case list under a name, for their author, and when shared for everyone at the same union';
comment on column business.case_lists.place is 'where it stands among its author''s, from 0';
create index case_lists_shared on business.case_lists (org_path) where shared;
call house.by_account('business.case_lists', 'select, insert, update, delete');
create policy shared on business.case_lists for select to niangjia_staff
  using (shared and org_path = house.low());
