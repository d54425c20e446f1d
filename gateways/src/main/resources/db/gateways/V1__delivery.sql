-- What is to be said to outside systems, once each. A row is never deleted; its states are on record below.
create table delivery (
  target         text        not null,
  key            uuid        not null,
  seq            bigint      generated always as identity,
  kind           text        not null,
  aggregate_id   text        not null,
  version        int         not null check (version >= 1),
  lane           text        not null,
  needs          text[]      not null default '{}',
  state          text        not null,
  payload        jsonb       not null,
  external_ref   text        not null,
  outside_id     text,
  snapshot       jsonb,
  attempts       int         not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  lease_epoch    int         not null default 0,
  lease_until    timestamptz,
  code           text,
  reason         text,
  money_at_stake numeric(19, 4),
  currency       char(3),
  notice         text,
  notice_at      timestamptz,
  notice_tries   int         not null default 0,
  created_at     timestamptz not null default clock_timestamp(),
  updated_at     timestamptz not null default clock_timestamp(),
  finished       boolean     not null generated always as
                 (state = 'CONFIRMED' or (kind = 'STAGE_INVOICE' and state = 'STAGED')) stored,
  primary key (target, key),
  unique (target, kind, aggregate_id, version),
  check (state in ('PENDING', 'IN_FLIGHT', 'STAGED', 'COMMITTED', 'CONFIRMED', 'RETRY_AT', 'UNKNOWN', 'PARKED')),
  check (kind in ('ENSURE_CUSTOMER', 'ENSURE_PROJECT', 'STAGE_INVOICE', 'COMMIT_INVOICE')),
  check (notice in ('STAGED', 'CONFIRMED', 'PARKED'))
);

create index delivery_open on delivery (target, lane, seq) where not finished and state <> 'PARKED';
create index delivery_confirmed on delivery (target, lane) where state = 'CONFIRMED';
create index delivery_lane on delivery (target, lane, seq);
create index delivery_notice on delivery (target, notice_at) where notice is not null;
create index delivery_parked on delivery (target, updated_at) where state = 'PARKED';

create table delivery_transition (
  id         bigint      generated always as identity primary key,
  target     text        not null,
  key        uuid        not null,
  at         timestamptz not null default clock_timestamp(),
  from_state text,
  to_state   text        not null,
  attempt    int         not null,
  epoch      int         not null,
  code       text,
  reason     text,
  foreign key (target, key) references delivery (target, key)
);

create index delivery_transition_of on delivery_transition (target, key, id);

-- How far a change feed was taken in: stored after its facts were handed over.
create table intake_cursor (
  target     text        not null,
  feed       text        not null,
  cursor     text        not null,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (target, feed)
);
