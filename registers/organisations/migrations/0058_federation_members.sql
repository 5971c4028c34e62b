-- 联合会成员: which unions belong to which trade federation, from when to when, beside their place in the tree.

create table organisation.federation_members (
  id uuid primary key,
  federation_id uuid not null references organisation.unions,
  union_id uuid not null references organisation.unions,
  since_day date not null,
  until_day date,
  source text not null,
  source_id uuid,
  at timestamptz not null,
  check (federation_id <> union_id),
  check (until_day >= since_day)
);
comment on table organisation.federation_members is '联合会成员工会: a union stays where it stands in the tree and belongs to the federation of its trade as well; public as names and places of unions are';
comment on column organisation.federation_members.until_day is 'last day it belonged; null while it does';
comment on column organisation.federation_members.source is 'case, import, demo, exchange; source_id says which';
create unique index federation_members_living on organisation.federation_members (federation_id, union_id)
  where until_day is null;
create index federation_members_union on organisation.federation_members (union_id, since_day);
call house.readable('organisation.federation_members');

-- A house that runs already knows founders of federations; a fresh one has none yet.
do $$ begin
  if to_regclass('business.joining_federation_members') is not null then
    insert into organisation.federation_members
        (id, federation_id, union_id, since_day, source, source_id, at)
      select gen_random_uuid(), federation_id, union_id, since_day, 'case', case_id, now()
      from business.joining_federation_members;
  end if;
end $$;
