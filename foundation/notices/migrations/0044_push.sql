-- Push: the browsers and Apps that are told at once, each as long as somebody is signed in there.

create table business.push_devices (
  endpoint_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null,
  session_id uuid not null,
  subscription_cipher bytea not null,
  device text not null,
  at timestamptz not null
);
comment on table business.push_devices is '推送设备: where an account wants to be told by Web Push';
comment on column business.push_devices.endpoint_hash is 'sha-256 of the address at the push service, so that one browser tells one account only';
comment on column business.push_devices.session_id is 'whoever signed in there; once that session has ended nothing is sent';
comment on column business.push_devices.subscription_cipher is 'address and keys as the browser gave them';
comment on column business.push_devices.device is 'the device in its own words';
create index push_devices_account on business.push_devices (account_id, at desc);
call house.by_account('business.push_devices', 'select, insert, delete');

alter table exchange.messages drop constraint messages_channel_check;
alter table exchange.messages add constraint messages_channel_check
  check (channel in ('sms', 'wechat', 'push'));
comment on table exchange.messages is '短信、微信消息与手机推送: on their way out through a gateway; texts are kept encrypted';
