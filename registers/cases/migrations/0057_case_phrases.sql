-- 常用意见: words an account uses again and again.

create table business.case_phrases (
  account_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('agree', 'return', 'reject')),
  words text not null check (length(words) between 2 and 200),
  primary key (account_id, id),
  unique (account_id, kind, words)
);
comment on table business.case_phrases is '常用意见: opinions kept for use again, for their author alone';
call house.by_account('business.case_phrases', 'select, insert, delete');
