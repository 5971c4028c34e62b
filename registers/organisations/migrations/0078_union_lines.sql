-- Lines of unions (上级线): the paths of a union and of all above it, kept beside the path, so that those above are found
-- at once and not step by step.
create function house.line_of(path text) returns text[]
  language sql immutable strict parallel safe
  return (select array_agg(substr(path, 1, at) order by at)
    from generate_series(2, length(path)) at where substr(path, at, 1) = '/');
comment on function house.line_of is 'a path and those above it, from the top down';
alter table organisation.unions
  add column line text[] collate "C" not null generated always as (house.line_of(path)) stored;
comment on column organisation.unions.line is 'paths of the unions above and its own, from the top down';
