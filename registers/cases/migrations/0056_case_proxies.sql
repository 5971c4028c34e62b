-- 办件代理: who does the work of whom for a while.

create table business.case_proxies (
  account_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  org_path text collate "C" not null,
  deputy_account uuid not null,
  deputy_post uuid not null,
  from_day date not null,
  to_day date not null,
  functions text[],
  reason text not null check (length(reason) between 2 and 200),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (account_id, id),
  check (to_day >= from_day)
);
comment on table business.case_proxies is '代理: for some days a deputy does at cases what a post-holder would; both stay themselves in the history';
comment on column business.case_proxies.account_id is 'the principal: who holds the post and named the deputy';
comment on column business.case_proxies.functions is 'only cases of these functions; null for all';
comment on column business.case_proxies.ended_at is 'when the principal ended it before its last day';
create index case_proxies_deputy on business.case_proxies (deputy_account, to_day) where ended_at is null;
call house.by_account('business.case_proxies', 'select, insert, update');
create policy by_deputy on business.case_proxies for select to niangjia_staff
  using (deputy_account = house.account());
