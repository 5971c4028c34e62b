-- Consents to messages of WeChat: what somebody agreed to in the mini-program, and how many messages of it are left.

create table business.wechat_consents (
  account_id uuid primary key,
  messages_left integer check (messages_left >= 0),
  at timestamptz not null
);
comment on table business.wechat_consents is '订阅消息的同意: messages of WeChat an account agreed to be sent';
comment on column business.wechat_consents.messages_left is 'each consent to a one-time template is one message; empty for a lasting one, which holds until WeChat says that it was taken back';
comment on column business.wechat_consents.at is 'when they agreed last';
call house.by_account('business.wechat_consents', 'select, insert, update');
