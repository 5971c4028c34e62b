-- WeChat at the door: whose an openid is, and the short way from a mini-program's code to it.

alter table access.accounts drop column wechat_blind;

create table access.wechats (
  openid_blind bytea primary key,
  account_id uuid not null,
  openid_cipher bytea not null,
  bound_at timestamptz not null
);
comment on table access.wechats is '微信绑定: directory of keyed hashes of openids, each to its one account; an account has one at most';
comment on column access.wechats.openid_cipher is 'the openid, sealed for the row of the account: messages need it';
create index wechats_account on access.wechats (account_id);
call house.at_door('access.wechats', 'select, insert, update, delete');
call house.by_account('access.wechats', 'select, delete');

create table access.wechat_tickets (
  id uuid primary key,
  ticket_hash bytea not null unique,
  code_cipher bytea,
  openid_cipher bytea,
  failure text check (failure in ('code', 'blocked', 'busy', 'off')),
  expires_at timestamptz not null
);
comment on table access.wechat_tickets is '微信登录凭据: one sign-in by WeChat on its way, kept for minutes; the session key of WeChat is never kept';
comment on column access.wechat_tickets.code_cipher is 'what wx.login gave, until WeChat was asked about it';
comment on column access.wechat_tickets.openid_cipher is 'whom WeChat says it is';
comment on column access.wechat_tickets.failure is 'why WeChat does not say: refused the code, blocked the user, did not answer, not set up here';
create index wechat_tickets_expiry on access.wechat_tickets (expires_at);
call house.at_door('access.wechat_tickets', 'select, insert, update, delete');

-- A union that closes ends the posts held at it, wherever its path lies by then.
create index posts_union on access.posts (org_id);
