-- The ground: the four stores, and how every table says who may reach its rows.

create schema house;
create schema access;
create schema audit;
create schema organisation;
create schema member;
create schema business;
create schema exchange;
create schema ledger;
create schema outbox;

comment on schema organisation is '工会组织库: unions, their facts by date, rollups';
comment on schema member is '会员数据库: persons, memberships, where each fact came from';
comment on schema business is '业务数据库: cases and what each room keeps';
comment on schema exchange is '共享交换库: what comes from and goes to other bodies';
comment on schema access is 'accounts, posts, sessions';
comment on schema audit is 'append-only record of commands and of looks at personal data';
comment on schema ledger is 'double-entry money';
comment on schema outbox is 'events on their way to those who listen';

grant usage on schema house, access, audit, organisation, member, business, exchange, ledger, outbox
  to niangjia_staff, niangjia_person, niangjia_system, niangjia_door;

-- What the opening of a transaction said. Empty when nothing was said, so that nothing is reached.
create function house.low() returns text language sql stable parallel safe
  as $$ select current_setting('niangjia.low', true) $$;
create function house.high() returns text language sql stable parallel safe
  as $$ select current_setting('niangjia.high', true) $$;
create function house.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('niangjia.person', true), '')::uuid $$;
create function house.account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('niangjia.account', true), '')::uuid $$;

-- Every table calls one or more of these procedures once; without a call nobody reaches it at all.
create procedure house.guard(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('grant select, insert, update, delete on %s to niangjia_system', target);
  execute format('drop policy if exists by_system on %s', target);
  execute format('create policy by_system on %s to niangjia_system using (true) with check (true)', target);
end $$;
comment on procedure house.guard is 'closes a table to all but the house itself';

create procedure house.by_union(target regclass, rights text default 'select, insert, update') language plpgsql as $$
begin
  call house.guard(target);
  execute format('grant %s on %s to niangjia_staff', rights, target);
  execute format('create policy by_union on %s to niangjia_staff
    using (org_path >= house.low() and org_path < house.high())
    with check (org_path >= house.low() and org_path < house.high())', target);
end $$;
comment on procedure house.by_union is 'staff reach the rows whose org_path lies under the union of their post';

create procedure house.by_person(target regclass, rights text default 'select') language plpgsql as $$
begin
  call house.guard(target);
  execute format('grant %s on %s to niangjia_person', rights, target);
  execute format('create policy by_person on %s to niangjia_person
    using (person_id = house.person()) with check (person_id = house.person())', target);
end $$;
comment on procedure house.by_person is 'a worker or member reaches the rows that are about them';

create procedure house.by_account(target regclass, rights text default 'select') language plpgsql as $$
begin
  call house.guard(target);
  execute format('grant %s on %s to niangjia_staff, niangjia_person', rights, target);
  execute format('create policy by_account on %s to niangjia_staff, niangjia_person
    using (account_id = house.account()) with check (account_id = house.account())', target);
end $$;
comment on procedure house.by_account is 'whoever is signed in reaches the rows of their own account';

create procedure house.readable(target regclass) language plpgsql as $$
begin
  call house.guard(target);
  execute format('grant select on %s to niangjia_staff, niangjia_person, niangjia_door', target);
  execute format('create policy readable on %s for select
    to niangjia_staff, niangjia_person, niangjia_door using (true)', target);
end $$;
comment on procedure house.readable is 'reference rows that anyone signed in may read and only the house writes';

create procedure house.written(target regclass, roles text) language plpgsql as $$
begin
  call house.guard(target);
  execute format('grant insert on %s to %s', target, roles);
  execute format('create policy written on %s for insert to %s with check (true)', target, roles);
end $$;
comment on procedure house.written is 'rows that the named roles may add and never read back, such as events';

create procedure house.at_door(target regclass, rights text) language plpgsql as $$
begin
  call house.guard(target);
  execute format('grant %s on %s to niangjia_door', rights, target);
  execute format('create policy at_door on %s to niangjia_door using (true) with check (true)', target);
end $$;
comment on procedure house.at_door is 'rows that signing in needs before anyone is known';

-- Moving a union rewrites the path of every row below it, in whatever table bears one.
create function house.move_paths(old_path text, new_path text) returns bigint language plpgsql as $$
declare
  target record;
  moved bigint := 0;
  touched bigint;
begin
  for target in
    select format('%I.%I', n.nspname, c.relname) as name, a.attname as path_column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname in ('org_path', 'path') and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname in ('access', 'organisation', 'member', 'business', 'exchange')
  loop
    execute format('update %s set %I = $2 || substr(%2$I, length($1) + 1) where %2$I >= $1 and %2$I < left($1, -1) || ''0''',
      target.name, target.path_column) using old_path, new_path;
    get diagnostics touched = row_count;
    moved := moved + touched;
  end loop;
  return moved;
end $$;
comment on function house.move_paths is 'gives every row at or under old_path its place under new_path; run as the house, inside the move of a union';
revoke execute on function house.move_paths from public;
grant execute on function house.move_paths to niangjia_system;
