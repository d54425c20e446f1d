create table node (
  instance text primary key,
  name text not null,
  place text not null,
  pid bigint not null,
  url text not null,
  started_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp()
);
comment on table node is 'Application processes that work on this store; one that was not seen for the claims'' time-out counts as dead.';
comment on column node.instance is 'One start of one process; never used again.';
comment on column node.name is 'What people call it, FAIRLEAD_NODE.';
comment on column node.place is 'Machine and process space; processes of one place can see whether another one of it still lives. Empty where that is unknown.';
comment on column node.pid is 'Process id within its place.';
comment on column node.url is 'Where its HTTP listens; empty before it does.';
comment on column node.started_at is 'UTC, by the database''s clock.';
comment on column node.seen_at is 'Last heartbeat, UTC, by the database''s clock.';

create table claim (
  name text primary key,
  owner text,
  epoch bigint not null default 0,
  until timestamptz,
  since timestamptz,
  position bigint not null default -1
);
comment on table claim is 'Pieces of work of which each runs on one node at a time.';
comment on column claim.name is 'The work: views/<segment>, process/<group>, topics, erp.';
comment on column claim.owner is 'Instance of the node that does it; null when it was given back.';
comment on column claim.epoch is 'Grows with each change of owner; what an owner writes names its epoch, so that a former owner is refused.';
comment on column claim.until is 'When others may take it, by the database''s clock.';
comment on column claim.since is 'When the owner took it, by the database''s clock.';
comment on column claim.position is 'Last position done as the owner told at its last heartbeat; -1 where work has none.';

alter table token add column epoch bigint not null default 0;
comment on column token.epoch is 'Epoch of the claim whose owner moves the token; writes under an older one are refused.';
