-- 联合建会: the firms that have a union together beside the one it is registered for.
create table business.founding_firms (
  union_id uuid not null,
  org_path text collate "C" not null,
  uscc text not null,
  name text not null,
  primary key (union_id, uscc)
);
comment on table business.founding_firms is '联合建会的其他单位: firms that found a union jointly with the one it is registered for; their codes are also in organisation.codes';
create index founding_firms_path on business.founding_firms (org_path);
call house.by_union('business.founding_firms', 'select, insert');
