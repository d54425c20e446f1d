-- What contracts and their lines agree on beyond price and limit.

alter table contract
    add column time_rounding_mode    text not null,
    add column time_rounding_minutes integer not null,
    add column time_rounding_per     text not null,
    add column limit_policy          text not null,
    add column limit_amount          numeric(19,4),
    add column tax_rounding          text not null,
    add column invoice_per           text not null,
    add column midnight              text not null,
    add column sla_days              integer not null,
    add column fx_date               text not null;
comment on column contract.rounding is 'how amounts are rounded: PER_ENTRY or PER_LINE';
comment on column contract.time_rounding_mode is 'how worked time is rounded before it is priced: NONE, NEAREST or UP';
comment on column contract.time_rounding_minutes is 'to a multiple of so many minutes';
comment on column contract.time_rounding_per is 'what is rounded: ENTRY or DAY';
comment on column contract.limit_policy is 'at the boundary of a limit: SPLIT, WHOLE_ITEM or STOP';
comment on column contract.limit_amount is 'most that may be billed on all lines together; null means no limit';
comment on column contract.tax_rounding is 'DOCUMENT or LINE';
comment on column contract.invoice_per is 'what one invoice holds: CONTRACT or PROJECT';
comment on column contract.midnight is 'work over midnight: START_DATE or SPLIT_AT_MIDNIGHT';
comment on column contract.sla_days is 'days from approval within which work is to be billed';
comment on column contract.fx_date is 'which day''s rate prices in another currency: WORK_DATE or INVOICE_DATE';

alter table contract_line
    add column stand_alone_price numeric(19,4),
    add column obligation        text,
    add column revenue_method    text,
    add column term_from         date,
    add column term_to           date,
    add column unit              text,
    add column unit_price        numeric(19,4),
    add column mark_up           numeric(19,4),
    add column tax_codes         text not null;
comment on column contract_line.method is 'TIME_AND_MATERIALS, NOT_TO_EXCEED, FIXED_FEE, MILESTONE, PERCENT_COMPLETE, RETAINER or UNITS';
comment on column contract_line.stand_alone_price is 'what the line would cost by itself; null means its price';
comment on column contract_line.obligation is 'performance obligation it belongs to; null means one of its own';
comment on column contract_line.revenue_method is 'AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE; null follows the method';
comment on column contract_line.term_from is 'first day of the line; null means the contract''s';
comment on column contract_line.term_to is 'first day after the line''s term; null means the contract''s';
comment on column contract_line.unit is 'name of what is delivered by UNITS; null otherwise';
comment on column contract_line.unit_price is 'price of one unit; null means by rate card';
comment on column contract_line.mark_up is 'on expenses: 0.1 adds a tenth; null means 0';
comment on column contract_line.tax_codes is 'codes of several taxes, comma separated; empty means by category alone';

create table contract_payer (
    contract_id   text not null,
    customer_id   text not null,
    share         numeric(9,6) not null,
    takes_residue boolean not null,
    position      bigint not null,
    primary key (contract_id, customer_id)
);
comment on table contract_payer is 'Who pays which share of a contract''s invoices';
comment on column contract_payer.contract_id is 'contract:<key>';
comment on column contract_payer.customer_id is 'payer, customer:<code>';
comment on column contract_payer.share is 'part of the net, above 0, at most 1';
comment on column contract_payer.takes_residue is 'whether what rounding leaves is this payer''s';
comment on column contract_payer.position is 'place in the log of the last event folded into the row';
