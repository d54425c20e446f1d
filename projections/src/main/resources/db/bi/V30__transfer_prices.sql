-- Work of a person whom another company employs: the seller's cost is what it pays, the employer's revenue the same. Placeholders
-- tables and bi: schemas of the private tables and of the views.

create view fact_transfer_movement as
select event_id, leg, position as event_position, recorded_at, resource_entity_id as entity_id, legal_entity_id as seller_id,
    contract_id, project_id, service_date, accounting_date, seconds as worked_seconds, transfer_amount, cost_amount, currency,
    rule_version
from ${tables}.cost_movement
where transfer_amount is not null;
comment on view fact_transfer_movement is 'What companies pay one another for people that they lend, and what those cost, signed';
comment on column fact_transfer_movement.event_id is 'the event that moved it, UUID';
comment on column fact_transfer_movement.leg is 'distinguishes the rows of one event';
comment on column fact_transfer_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_transfer_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_transfer_movement.entity_id is 'employer, who is paid, legal-entity:<code>';
comment on column fact_transfer_movement.seller_id is 'seller, who pays, legal-entity:<code>';
comment on column fact_transfer_movement.contract_id is 'contract of the seller that the work is for, contract:<key>';
comment on column fact_transfer_movement.project_id is 'project:<key>';
comment on column fact_transfer_movement.service_date is 'day of work';
comment on column fact_transfer_movement.accounting_date is 'day it counts for in the books';
comment on column fact_transfer_movement.worked_seconds is 'worked time';
comment on column fact_transfer_movement.transfer_amount is 'change of what the seller pays: its cost, the employer''s revenue';
comment on column fact_transfer_movement.cost_amount is 'change of what the person costs the employer';
comment on column fact_transfer_movement.currency is 'ISO 4217';
comment on column fact_transfer_movement.rule_version is 'version of the money rules used';

create or replace view fact_cost_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, time_entry_id, substr(encode(sha256(convert_to(person_id, 'UTF8')), 'hex'), 1, 16) as person_key, resource_entity_id as employer_id,
    kind, service_date, accounting_date, seconds as worked_seconds, cost_amount, currency, rule_version, transfer_amount
from ${tables}.cost_movement;
comment on column fact_cost_movement.transfer_amount is 'change of what the seller pays the employer for it; null where nobody pays';

create or replace view cost_by_kind as
select legal_entity_id as entity_id, customer_id, contract_id, project_id, currency, accounting_date,
    coalesce(sum(coalesce(transfer_amount, cost_amount)) filter (where kind = 'time'), 0) as labour_amount,
    coalesce(sum(coalesce(transfer_amount, cost_amount)) filter (where kind = 'subcontract'), 0) as subcontract_amount,
    coalesce(sum(cost_amount) filter (where kind = 'expense'), 0) as expense_amount,
    sum(coalesce(transfer_amount, cost_amount)) as cost_amount
from ${tables}.cost_movement
group by legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date;
comment on column cost_by_kind.labour_amount is
    'employees'' worked time at the cost rate of its day, of other companies'' people at the transfer rate';

-- The employer's rows have the seller as buyer and no contract of their own, so that a contract's margin is its seller's.
create or replace view margin_source as
select entity_id, customer_id, contract_id, project_id, currency, accounting_date,
    sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount
from (
    select entity_id, customer_id, contract_id, project_id, currency, accounting_date, revenue_amount,
        0::numeric(19, 4) as cost_amount
    from fact_revenue_movement
    union all
    select legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date, 0,
        coalesce(transfer_amount, cost_amount)
    from ${tables}.cost_movement
    union all
    select entity_id, seller_id, '(lent)', '(lent)', currency, accounting_date, transfer_amount, cost_amount
    from fact_transfer_movement
) as movement
group by entity_id, customer_id, contract_id, project_id, currency, accounting_date;

create or replace function margin_as_of(until_date date, upto_position bigint)
returns table (entity_id text, customer_id text, contract_id text, project_id text, currency text, accounting_date date,
    revenue_amount numeric, cost_amount numeric)
language sql stable as $body$
select entity_id, customer_id, contract_id, project_id, currency, accounting_date, sum(revenue_amount), sum(cost_amount)
from (
    select entity_id, customer_id, contract_id, project_id, currency, accounting_date, revenue_amount, 0::numeric as cost_amount
    from ${bi}.revenue_as_of(until_date, upto_position)
    union all
    select legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date, 0,
        coalesce(transfer_amount, cost_amount)
    from ${tables}.cost_movement where accounting_date <= until_date and position <= upto_position
    union all
    select entity_id, seller_id, '(lent)', '(lent)', currency, accounting_date, transfer_amount, cost_amount
    from ${bi}.fact_transfer_movement where accounting_date <= until_date and event_position <= upto_position
) as movement
group by entity_id, customer_id, contract_id, project_id, currency, accounting_date
$body$;
