-- Terms of obligations from day to day: a change holds from its own day on, so that what stood before is still needed.

create table obligation_terms (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    obligation_id   text not null,
    legal_entity_id text not null,
    kind            text not null,
    from_date       date not null,
    price_amount    numeric(19,4),
    term_to         date,
    currency        text not null,
    primary key (event_id, leg)
);
create index obligation_terms_obligation_id_idx on obligation_terms (obligation_id);
comment on table obligation_terms is 'Price and term of obligations as they were agreed first and at each change';
comment on column obligation_terms.event_id is 'the event that agreed them, UUID';
comment on column obligation_terms.leg is 'distinguishes the rows of one event';
comment on column obligation_terms.position is 'place of the event in the log';
comment on column obligation_terms.recorded_at is 'when the event was recorded, UTC';
comment on column obligation_terms.obligation_id is 'obligation:<uuid>';
comment on column obligation_terms.legal_entity_id is 'seller, legal-entity:<code>';
comment on column obligation_terms.kind is 'OPENED, PROSPECTIVE or CATCH_UP';
comment on column obligation_terms.from_date is 'first day of the term, or day from which the change holds';
comment on column obligation_terms.price_amount is 'price from then on; null means unquantified';
comment on column obligation_terms.term_to is 'first day after the term from then on; null means open';
comment on column obligation_terms.currency is 'ISO 4217';

-- What is kept follows from these terms and is worked out when it is needed.
alter table obligation drop column kept_amount, drop column kept_cost;
comment on column obligation_change.kept_amount is 'revenue that stays as it is, as it was known when the change was recorded';
