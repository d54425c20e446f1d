-- What a contract line may bill in each period, in money or hours, and what of it is used.

alter table contract_line add column caps text;
comment on column contract_line.caps is 'most per period as unit:amount:per:carry-over, separated by commas; null means none';

create table funding_period (
    funding_id      text not null,
    limit_id        text not null,
    contract_id     text not null,
    legal_entity_id text not null,
    line_no         integer not null,
    unit            text not null,
    from_date       date,
    to_date         date,
    limit_amount    numeric(19,4),
    billed_amount   numeric(19,4) not null,
    drafted_amount  numeric(19,4) not null,
    reserved_amount numeric(19,4) not null,
    currency        text not null,
    short           boolean not null,
    position        bigint not null,
    primary key (funding_id, limit_id)
);
create index funding_period_contract_id_idx on funding_period (contract_id);
comment on table funding_period is 'Periods of caps in which work was done (R3), and what of them is used: money or hours';
comment on column funding_period.funding_id is 'funding:<key of the contract>';
comment on column funding_period.limit_id is 'the cap and its period, such as line-1-hours-month/2026-02';
comment on column funding_period.contract_id is 'contract:<key>';
comment on column funding_period.legal_entity_id is 'seller, legal-entity:<code>';
comment on column funding_period.line_no is 'contract line that it holds for';
comment on column funding_period.unit is 'what is counted: MONEY or HOURS';
comment on column funding_period.from_date is 'first day of service that counts; null means all before its end';
comment on column funding_period.to_date is 'first day that does not count; null means all from its beginning';
comment on column funding_period.limit_amount is 'most by its end, carried over included; null means no limit';
comment on column funding_period.billed_amount is 'on issued invoices, net of credits';
comment on column funding_period.drafted_amount is 'on drafts';
comment on column funding_period.reserved_amount is 'reserved and on no draft';
comment on column funding_period.currency is 'the contract''s, ISO 4217';
comment on column funding_period.short is 'whether work waits for it';
comment on column funding_period.position is 'place in the log of the last event folded into the row';
