-- What people are told: in the system, by short message, by WeChat.

create table business.notices (
  id uuid primary key,
  account_id uuid not null,
  at timestamptz not null,
  title text not null,
  body text not null,
  link text,
  read_at timestamptz
);
comment on table business.notices is '站内通知: one row a person told';
create index notices_account on business.notices (account_id, at desc);
create index notices_unread on business.notices (account_id) where read_at is null;
call house.by_account('business.notices', 'select, update');
call house.written('business.notices', 'niangjia_staff, niangjia_person');

create table exchange.messages (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'wechat')),
  to_cipher bytea not null,
  to_mask text not null,
  text_cipher bytea not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  at timestamptz not null,
  sent_at timestamptz,
  receipt text
);
comment on table exchange.messages is '短信与微信消息: on their way out through a gateway; texts are kept encrypted';
create index messages_at on exchange.messages (at desc);
call house.written('exchange.messages', 'niangjia_staff, niangjia_person, niangjia_door');
