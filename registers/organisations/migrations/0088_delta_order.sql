-- Deltas in order (增量的次序): waiting deltas are folded key by key, so that a hundred of one day become one change of it.
drop index organisation.deltas_path;
create index deltas_path on organisation.deltas (org_path, measure, day);
