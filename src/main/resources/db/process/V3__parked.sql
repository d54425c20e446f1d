create table parked_order (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('retry', 'discard')),
  name text not null,
  sequence_key text,
  position bigint,
  actor text not null,
  reason text,
  asked_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  replayed int not null default 0,
  left_parked int,
  check (kind = 'retry' or (sequence_key is not null and position is not null and reason is not null))
);
create index parked_order_open on parked_order (name, id) where done_at is null;
comment on table parked_order is 'What people asked to do with parked events, of views and of processes; never deleted.';
comment on column parked_order.kind is 'retry, or discard: set the first event of a sequence aside, then retry the others.';
comment on column parked_order.name is 'View or process.';
comment on column parked_order.sequence_key is 'Stream; null means all of them.';
comment on column parked_order.position is 'The event to discard, so that a repeat after a crash discards no other.';
comment on column parked_order.actor is 'Who asked.';
comment on column parked_order.reason is 'Why an event is discarded.';
comment on column parked_order.asked_at is 'UTC, by the database''s clock.';
comment on column parked_order.done_at is 'When it was carried out; null while it waits for the node that does the work.';
comment on column parked_order.replayed is 'Events that could be reacted to.';
comment on column parked_order.left_parked is 'Events of these sequences that are parked afterwards.';

create table discarded (
  name text not null,
  position bigint not null,
  sequence_key text not null,
  event_id text not null,
  event_type text not null,
  parked_because text not null,
  parked_at timestamptz not null,
  discarded_because text not null,
  discarded_by text not null,
  discarded_at timestamptz not null default clock_timestamp(),
  primary key (name, position)
);
comment on table discarded is 'Parked events that a person decided to pass over, for one view or process; the events themselves stay in the log.';
comment on column discarded.name is 'View or process.';
comment on column discarded.position is 'Position of the event.';
comment on column discarded.sequence_key is 'Stream of the event.';
comment on column discarded.event_id is 'Id of the event.';
comment on column discarded.event_type is 'Avro full name.';
comment on column discarded.parked_because is 'Why it was parked.';
comment on column discarded.parked_at is 'UTC, by the database''s clock.';
comment on column discarded.discarded_because is 'Why it was discarded.';
comment on column discarded.discarded_by is 'Who discarded it.';
comment on column discarded.discarded_at is 'UTC, by the database''s clock.';
