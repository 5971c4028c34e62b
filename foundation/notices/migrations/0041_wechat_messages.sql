-- Messages of WeChat beside short messages: what a template shows, and the short message in their place.

alter table exchange.messages
  add column account_id uuid,
  add column title text,
  add column link text,
  add column else_sms boolean not null default false,
  add column failure text;
comment on column exchange.messages.account_id is 'whom a message of WeChat is for; empty for a short message';
comment on column exchange.messages.title is 'heading of a message of WeChat';
comment on column exchange.messages.link is 'path inside the ends that it opens';
comment on column exchange.messages.else_sms is 'goes as a short message where WeChat does not deliver it';
comment on column exchange.messages.failure is 'why the carrier will never deliver it, such as not-subscribed';
