-- Accounts, posts, sessions: who may enter, through which post, on which device.

create table access.accounts (
  id uuid primary key,
  person_id uuid not null unique,
  name text not null,
  phone_cipher bytea not null,
  phone_mask text not null,
  password_hash text,
  totp_cipher bytea,
  wechat_blind bytea unique,
  member boolean not null default false,
  state text not null default 'open' check (state in ('open', 'closed')),
  failures int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);
comment on table access.accounts is '账号: one person who may sign in';
comment on column access.accounts.person_id is 'the person this account is; the person record may come later';
comment on column access.accounts.failures is 'failed sign-ins in a row; at the limit the account is locked for a while';
call house.at_door('access.accounts', 'select, insert, update');

create table access.phones (
  phone_blind bytea primary key,
  account_id uuid not null
);
comment on table access.phones is 'directory: keyed hash of a phone number to its one account';
call house.at_door('access.phones', 'select, insert');

create table access.posts (
  id uuid primary key,
  account_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  role text not null,
  title text not null,
  from_day date not null,
  to_day date,
  approved_by uuid,
  state text not null default 'asked' check (state in ('asked', 'held', 'ended'))
);
comment on table access.posts is '岗位: a role at a union for a term, held by one account';
comment on column access.posts.state is 'asked by the system administrator, held once the security administrator agrees, ended after';
create index posts_account on access.posts (account_id);
create index posts_org on access.posts (org_path, role);
call house.at_door('access.posts', 'select');
call house.by_union('access.posts', 'select');
call house.by_account('access.posts');

create table access.sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null,
  post_id uuid,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table access.sessions is '登录会话: an opaque token, kept as its hash';
create index sessions_account on access.sessions (account_id);
call house.at_door('access.sessions', 'select, insert, update');
call house.by_account('access.sessions', 'select, update');

create table access.sign_in_codes (
  phone_blind bytea primary key,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0
);
comment on table access.sign_in_codes is '短信验证码: one living code a phone, few tries';
call house.at_door('access.sign_in_codes', 'select, insert, update, delete');

create table access.receipts (
  account_id uuid not null,
  key text not null check (length(key) between 8 and 64),
  route text not null,
  request_hash bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (account_id, key)
);
comment on table access.receipts is 'answers to commands by idempotency key, so that a doubled tap is one act';
create index receipts_at on access.receipts (at);
call house.by_account('access.receipts', 'select, insert, update');
