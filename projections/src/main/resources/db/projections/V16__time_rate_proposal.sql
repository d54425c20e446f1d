-- Rates of their own that somebody asked for, which a second person has to accept. What the time itself is stands in time_entry.

create table time_rate_proposal (
    time_entry_id   text not null,
    legal_entity_id text not null,
    rate            numeric(19,4) not null,
    currency        text not null,
    reason          text not null,
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    status          text not null,
    approved_by     text,
    approved_at     timestamptz,
    position        bigint not null,
    primary key (time_entry_id)
);
create index time_rate_proposal_status_time_entry_id_idx on time_rate_proposal (status, time_entry_id);
comment on table time_rate_proposal is 'The rate that was last asked for a time entry alone, and whether it waits for a second person';
comment on column time_rate_proposal.time_entry_id is 'time-entry:<uuid>';
comment on column time_rate_proposal.legal_entity_id is 'seller, legal-entity:<code>';
comment on column time_rate_proposal.rate is 'asked for, per hour';
comment on column time_rate_proposal.currency is 'ISO 4217';
comment on column time_rate_proposal.reason is 'why';
comment on column time_rate_proposal.proposed_by is 'who asks, issuer|subject';
comment on column time_rate_proposal.proposed_at is 'when it was recorded, UTC';
comment on column time_rate_proposal.status is 'open until another person accepts it, then accepted';
comment on column time_rate_proposal.approved_by is 'who accepted it, issuer|subject; null while it is open';
comment on column time_rate_proposal.approved_at is 'when it was accepted, UTC; null while it is open';
comment on column time_rate_proposal.position is 'place in the log of the last event folded into the row';
