create table quota (
  id text primary key,
  state bytea,
  expires_at bigint
);
create index quota_expired on quota (expires_at);
comment on table quota is 'How much of its quota each caller has left, as the library keeps it. May be emptied: all have their whole quota then.';
comment on column quota.id is 'Hash of client and actor, and the quota.';
comment on column quota.state is 'The library''s own form; null while it is made.';
comment on column quota.expires_at is 'When it is full again and needs no row; milliseconds since 1970.';

create table client_call (
  client text not null,
  operation text not null,
  calls bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (client, operation)
);
comment on table client_call is 'Which client calls which operation, for whoever wants to change one. No payloads, no ids, no people.';
comment on column client_call.client is 'As the identity provider names the application; local without one.';
comment on column client_call.operation is 'Method and path as the API describes them.';
comment on column client_call.calls is 'How many, those that were refused too.';
comment on column client_call.first_at is 'UTC, by the node''s clock.';
comment on column client_call.last_at is 'UTC, by the node''s clock.';
