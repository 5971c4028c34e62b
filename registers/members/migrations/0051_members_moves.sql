-- 会籍变动: where a membership went or came from, and every employer of a person.

alter table member.changes add column other_union_id uuid, add column who text;
comment on column member.changes.other_union_id is 'of 转出 the union it went to, of 转入 the one it came from';
comment on column member.changes.who is 'of 转出, 除名 and 退会 the name, masked: the union that was left may reach the record no more, and keeps its history';

create table member.employments (
  id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  employer text not null,
  occupation text,
  from_day date not null,
  to_day date,
  at timestamptz not null,
  source text not null,
  source_id uuid,
  by_account uuid,
  primary key (person_id, id)
);
comment on table member.employments is '工作单位: everyone a person works for, several at a time; the one that counts for the membership is in persons.employer';
comment on column member.employments.org_path is 'that of the person: it goes along when the membership moves';
comment on column member.employments.to_day is 'last day there; null while it lasts';
comment on column member.employments.source is 'who said that it began: import, case, provider, person, demo; source_id says which';
create index employments_path on member.employments (org_path);
call house.by_union('member.employments');
call house.by_person('member.employments');
