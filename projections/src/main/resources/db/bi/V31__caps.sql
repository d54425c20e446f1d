-- Caps by period. Placeholder tables: the schema of the private tables.

create view funding_period as
select legal_entity_id as entity_id, contract_id, limit_id, line_no, unit, from_date, to_date, currency, limit_amount, billed_amount,
    drafted_amount, reserved_amount, limit_amount - billed_amount - drafted_amount - reserved_amount as available_amount, short
from ${tables}.funding_period;
comment on view funding_period is 'Periods of caps in which work was done, and what of them is taken (R3): money or hours';
comment on column funding_period.entity_id is 'seller, legal-entity:<code>';
comment on column funding_period.contract_id is 'contract:<key>';
comment on column funding_period.limit_id is 'the cap and its period, such as line-1-hours-month/2026-02';
comment on column funding_period.line_no is 'contract line that it holds for';
comment on column funding_period.unit is 'what is counted: MONEY or HOURS';
comment on column funding_period.from_date is 'first day of service that counts; null means all before its end';
comment on column funding_period.to_date is 'first day that does not count; null means all from its beginning';
comment on column funding_period.currency is 'the contract''s, ISO 4217';
comment on column funding_period.limit_amount is 'most by its end, carried over included; null means no limit';
comment on column funding_period.billed_amount is 'billed within it, net of credits';
comment on column funding_period.drafted_amount is 'on drafts within it';
comment on column funding_period.reserved_amount is 'reserved within it and on no draft';
comment on column funding_period.available_amount is 'limit - billed - committed; null means no limit';
comment on column funding_period.short is 'whether work waits for it';
