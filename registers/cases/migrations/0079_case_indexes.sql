-- Indexes of cases (办件索引): what every step changes, its last day and its time, is in none of them, so that a step rewrites
-- one row and no index; those that run are few and are sorted when they are looked at.
drop index business.cases_path, business.cases_account, business.cases_waiting;
create index cases_path on business.cases (org_path, status);
create index cases_account on business.cases (account_id);
create index cases_waiting on business.cases (org_path) where ended_at is null;
alter table business.cases set (fillfactor = 70);
