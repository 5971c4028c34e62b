-- 办件评价: what applicants think of how their case was handled. Only the house writes here, on their behalf.

create table business.case_ratings (
  case_id uuid primary key,
  org_path text collate "C" not null,
  account_id uuid not null,
  stars smallint not null check (stars between 1 and 5),
  words text check (length(words) between 1 and 200),
  rated_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table business.case_ratings is '办件评价: one a case, by its applicant once it was decided; may be changed for seven days';
comment on column business.case_ratings.org_path is 'the union the case was filed at';
comment on column business.case_ratings.account_id is 'the applicant';
comment on column business.case_ratings.rated_at is 'when it was first given, from which the seven days run';
create index case_ratings_path on business.case_ratings (org_path, rated_at);
call house.by_union('business.case_ratings', 'select');

-- Whoever reads a case reads its rating, too.
grant select on business.case_ratings to niangjia_person;
create policy with_case on business.case_ratings for select to niangjia_staff, niangjia_person
  using (exists (select from business.cases c where c.id = case_id));
