-- 隶属调整: unions that stand under one parent move together, each table being written once however many they are.
drop function house.move_paths(text, text);
create function house.move_paths(old_paths text[], new_paths text[])
  returns table (old_path text, moved bigint) language plpgsql as $$
declare
  target record;
  above int := length(old_paths[1]) - length(split_part(old_paths[1], '/', -2)) - 1;
  low text := (select min(one collate "C") from unnest(old_paths) one);
  high text := (select left(max(one collate "C"), -1) || '0' from unnest(old_paths) one);
begin
  for target in
    select format('%I.%I', n.nspname, c.relname) as name, a.attname as path_column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname in ('org_path', 'path') and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname in ('access', 'organisation', 'member', 'business', 'exchange')
  loop
    return query execute format('with touched as (
        update %s t set %I = m.new_path || substr(t.%2$I, length(m.old_path) + 1)
        from unnest($1, $2) m (old_path, new_path)
        where t.%2$I >= $3 and t.%2$I < $4
          and m.old_path = left(t.%2$I, $5 + strpos(substr(t.%2$I, $5 + 1), ''/''))
        returning m.old_path)
      select old_path, count(*) from touched group by old_path', target.name, target.path_column)
      using old_paths, new_paths, low, high, above;
  end loop;
end $$;
comment on function house.move_paths is 'gives every row at or under each of the old paths, all of one parent, its place under the new path beside it, and says how many by table; run as the house, inside the move of unions';
revoke execute on function house.move_paths from public;
grant execute on function house.move_paths to niangjia_system;
