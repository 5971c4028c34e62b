-- The door: how a session was opened, so that a post can ask for more than a code on a phone; and whoever waits at the
-- door is found first among all that waits for the worker.

-- How the sessions before were opened nobody knows: for posts they count as the weakest.
alter table access.sessions add column opened_by text not null default 'code'
  check (opened_by in ('code', 'wechat', 'password', 'password-totp'));
alter table access.sessions alter column opened_by drop default;
comment on column access.sessions.opened_by is 'what its holder showed at the door; password-totp is both a password and a one-time password';

create index waiting_name on outbox.waiting (name, event_id);
