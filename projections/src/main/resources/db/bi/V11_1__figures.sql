-- Backlog, margin and position as of any day and position. Placeholders tables and bi: schemas of the private tables and of the views.

create function backlog_as_of(until_date date, upto_position bigint)
returns table (entity_id text, customer_id text, contract_id text, project_id text, line_no integer, currency text,
    price_amount numeric, revenue_amount numeric, net_billed_amount numeric, revenue_backlog_amount numeric,
    billing_backlog_amount numeric, overbilled_amount numeric, unbilled_amount numeric, unquantified boolean)
language sql stable as $body$
with price as (
    select contract_id, line_no, sum(price_amount) as amount from ${tables}.price_movement
    where accounting_date <= until_date and position <= upto_position group by contract_id, line_no
), revenue as (
    select contract_id, line_no, sum(revenue_amount) as amount from ${bi}.revenue_as_of(until_date, upto_position)
    group by contract_id, line_no
), billed as (
    select contract_id, line_no, sum(net_amount) as amount from ${tables}.billing_movement
    where accounting_date <= until_date and position <= upto_position group by contract_id, line_no
), unbilled as (
    select contract_id, line_no, sum(ready_amount + drafted_amount) as amount from ${tables}.wip_movement
    where accounting_date <= until_date and position <= upto_position group by contract_id, line_no
)
select c.legal_entity_id, c.customer_id, l.contract_id, l.project_id, l.line_no, c.currency,
    p.amount, coalesce(r.amount, 0), coalesce(b.amount, 0),
    case when p.amount is not null then greatest(p.amount - coalesce(r.amount, 0), 0) end,
    case when p.amount is not null then greatest(p.amount - coalesce(b.amount, 0), 0) end,
    case when p.amount is not null then greatest(coalesce(b.amount, 0) - p.amount, 0) end,
    coalesce(u.amount, 0), p.amount is null
from ${bi}.dim_contract_line l
join ${tables}.contract c on c.contract_id = l.contract_id
left join price p on p.contract_id = l.contract_id and p.line_no = l.line_no
left join revenue r on r.contract_id = l.contract_id and r.line_no = l.line_no
left join billed b on b.contract_id = l.contract_id and b.line_no = l.line_no
left join unbilled u on u.contract_id = l.contract_id and u.line_no = l.line_no
$body$;
comment on function backlog_as_of(date, bigint) is 'Backlog per contract line (R8) as it was known: accounting date up to the day, recorded up to the position';

create or replace view backlog_line as
with price as (
    select contract_id, line_no, sum(price_amount) as amount from ${tables}.price_movement group by contract_id, line_no
), revenue as (
    select contract_id, line_no, sum(revenue_amount) as amount from fact_revenue_movement group by contract_id, line_no
), billed as (
    select contract_id, line_no, sum(net_amount) as amount from ${tables}.billing_movement group by contract_id, line_no
), unbilled as (
    select contract_id, line_no, sum(ready_amount + drafted_amount) as amount from unbilled_source
    group by contract_id, line_no
)
select c.legal_entity_id as entity_id, c.customer_id, l.contract_id, l.project_id, l.line_no, c.currency,
    p.amount as price_amount, coalesce(r.amount, 0) as revenue_amount, coalesce(b.amount, 0) as net_billed_amount,
    case when p.amount is not null then greatest(p.amount - coalesce(r.amount, 0), 0) end as revenue_backlog_amount,
    case when p.amount is not null then greatest(p.amount - coalesce(b.amount, 0), 0) end as billing_backlog_amount,
    case when p.amount is not null then greatest(coalesce(b.amount, 0) - p.amount, 0) end as overbilled_amount,
    coalesce(u.amount, 0) as unbilled_amount, p.amount is null as unquantified
from dim_contract_line l
join ${tables}.contract c on c.contract_id = l.contract_id
left join price p on p.contract_id = l.contract_id and p.line_no = l.line_no
left join revenue r on r.contract_id = l.contract_id and r.line_no = l.line_no
left join billed b on b.contract_id = l.contract_id and b.line_no = l.line_no
left join unbilled u on u.contract_id = l.contract_id and u.line_no = l.line_no;

create or replace view margin_source as
select entity_id, customer_id, contract_id, project_id, currency, accounting_date,
    sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount
from (
    select entity_id, customer_id, contract_id, project_id, currency, accounting_date, revenue_amount,
        0::numeric(19, 4) as cost_amount
    from fact_revenue_movement
    union all
    select legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date, 0, cost_amount
    from ${tables}.cost_movement
) as movement
group by entity_id, customer_id, contract_id, project_id, currency, accounting_date;

create function margin_as_of(until_date date, upto_position bigint)
returns table (entity_id text, customer_id text, contract_id text, project_id text, currency text, accounting_date date,
    revenue_amount numeric, cost_amount numeric)
language sql stable as $body$
select entity_id, customer_id, contract_id, project_id, currency, accounting_date, sum(revenue_amount), sum(cost_amount)
from (
    select entity_id, customer_id, contract_id, project_id, currency, accounting_date, revenue_amount, 0::numeric as cost_amount
    from ${bi}.revenue_as_of(until_date, upto_position)
    union all
    select legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date, 0, cost_amount
    from ${tables}.cost_movement where accounting_date <= until_date and position <= upto_position
) as movement
group by entity_id, customer_id, contract_id, project_id, currency, accounting_date
$body$;
comment on function margin_as_of(date, bigint) is 'Revenue and cost by day as they were known (R10): accounting date up to the day, recorded up to the position';

create function position_as_of(until_date date, upto_position bigint)
returns table (entity_id text, customer_id text, contract_id text, currency text, revenue_amount numeric,
    net_billed_amount numeric, position_amount numeric, contract_asset_amount numeric, contract_liability_amount numeric)
language sql stable as $body$
with moved as (
    select contract_id, revenue_amount as revenue, 0::numeric as billed from ${bi}.revenue_as_of(until_date, upto_position)
    union all
    select contract_id, 0, net_amount from ${tables}.billing_movement
    where accounting_date <= until_date and position <= upto_position
), summed as (
    select contract_id, sum(revenue) as revenue, sum(billed) as billed from moved group by contract_id
)
select c.legal_entity_id, c.customer_id, c.contract_id, c.currency, s.revenue, s.billed, s.revenue - s.billed,
    greatest(s.revenue - s.billed, 0), greatest(s.billed - s.revenue, 0)
from summed s
join ${tables}.contract c on c.contract_id = s.contract_id
$body$;
comment on function position_as_of(date, bigint) is 'Revenue less net billed per contract (R7) as it was known; above 0 an asset, below 0 a liability, never netted across contracts';

create view contract_position as
select entity_id, customer_id, contract_id, currency, revenue_amount, net_billed_amount, position_amount,
    contract_asset_amount, contract_liability_amount
from position_as_of('infinity', 9223372036854775807);
comment on view contract_position is 'Revenue less net billed per contract (R7), never netted across contracts';
comment on column contract_position.entity_id is 'seller, legal-entity:<code>';
comment on column contract_position.customer_id is 'buyer, customer:<code>';
comment on column contract_position.contract_id is 'contract:<key>';
comment on column contract_position.currency is 'ISO 4217';
comment on column contract_position.revenue_amount is 'revenue to date';
comment on column contract_position.net_billed_amount is 'net billed to date';
comment on column contract_position.position_amount is 'revenue less net billed';
comment on column contract_position.contract_asset_amount is 'revenue beyond what was billed, never below 0';
comment on column contract_position.contract_liability_amount is 'billed beyond what was earned, never below 0';

create view fact_receivable_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    document_id, kind, service_date, accounting_date, gross_amount, net_amount, currency, rule_version
from ${tables}.receivable_movement;
comment on view fact_receivable_movement is 'What customers owe, tax included, signed';
comment on column fact_receivable_movement.event_id is 'the event that moved it, UUID';
comment on column fact_receivable_movement.leg is 'distinguishes the rows of one event';
comment on column fact_receivable_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_receivable_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_receivable_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_receivable_movement.customer_id is 'payer, customer:<code>';
comment on column fact_receivable_movement.contract_id is 'contract:<key>';
comment on column fact_receivable_movement.document_id is 'invoice:<uuid> or credit-note:<uuid>';
comment on column fact_receivable_movement.kind is 'issued, credited, applied or written off';
comment on column fact_receivable_movement.service_date is 'day of the document or of the money';
comment on column fact_receivable_movement.accounting_date is 'day it counts for in the books';
comment on column fact_receivable_movement.gross_amount is 'change of what is owed';
comment on column fact_receivable_movement.net_amount is 'net of it; 0 for money';
comment on column fact_receivable_movement.currency is 'ISO 4217';
comment on column fact_receivable_movement.rule_version is 'version of the money rules used';
