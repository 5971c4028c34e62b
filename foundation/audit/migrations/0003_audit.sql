-- The record: what was done by whom, chained as a Merkle tree; who looked at whose personal data and why.

create table audit.entries (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  post_id uuid,
  org_path text collate "C",
  actor_name text not null,
  action text not null,
  subject text,
  request_id text not null,
  details jsonb not null default '{}'
);
comment on table audit.entries is '操作日志: one row a command; holds no personal data of the people concerned';
comment on column audit.entries.action is 'route or sweep, such as roster.import';
comment on column audit.entries.subject is 'kind and id of what was acted on, such as case:0192…';
create index entries_at on audit.entries (at);
create index entries_org on audit.entries (org_path, at);
create index entries_subject on audit.entries (subject, at);
call house.by_union('audit.entries', 'select');
call house.written('audit.entries', 'niangjia_staff, niangjia_person, niangjia_door');
revoke update, delete on audit.entries from niangjia_system;

create table audit.pending (entry_id uuid primary key);
comment on table audit.pending is 'entries not yet in the tree; emptied within a minute';
call house.written('audit.pending', 'niangjia_staff, niangjia_person, niangjia_door');

create table audit.leaves (
  leaf_index bigint primary key,
  entry_id uuid not null unique,
  leaf_hash bytea not null
);
comment on table audit.leaves is 'place of each entry in the tree (RFC 6962)';
call house.guard('audit.leaves');
revoke update, delete on audit.leaves from niangjia_system;

create table audit.nodes (
  level int not null,
  node_index bigint not null,
  hash bytea not null,
  primary key (level, node_index)
);
comment on table audit.nodes is 'hashes of complete subtrees, for proofs';
call house.guard('audit.nodes');
revoke update, delete on audit.nodes from niangjia_system;

create table audit.heads (
  size bigint primary key,
  root bytea not null,
  at timestamptz not null,
  checkpoint text not null
);
comment on table audit.heads is 'signed tree heads; saved elsewhere they prove that nothing was changed since';
call house.readable('audit.heads');
revoke update, delete on audit.heads from niangjia_system;

create table audit.looks (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid not null,
  account_id uuid not null,
  post_id uuid,
  org_path text collate "C" not null,
  viewer text not null,
  fields text[] not null,
  purpose text not null check (length(purpose) between 2 and 200)
);
comment on table audit.looks is '查看记录: who saw which unmasked fields of a person, when and why; the person may read it';
create index looks_person on audit.looks (person_id, at);
call house.by_union('audit.looks', 'select, insert');
call house.by_person('audit.looks');
revoke update, delete on audit.looks from niangjia_system;
