-- Unbilled work, backlog and margin. Placeholders tables and bi: schemas of the private tables and of the views.

create view unbilled_source as
select source_id, source_kind, legal_entity_id as entity_id, customer_id, contract_id, project_id, line_no, service_date,
    accounting_date, priced_seconds as unbilled_seconds, ready_amount, drafted_amount, currency, invoice_id, rule_version
from ${tables}.unbilled_work
where ready_amount <> 0 or drafted_amount <> 0;
comment on view unbilled_source is 'Unbilled time entries and billing items, one by one';
comment on column unbilled_source.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column unbilled_source.source_kind is 'time or milestone';
comment on column unbilled_source.entity_id is 'seller, legal-entity:<code>';
comment on column unbilled_source.customer_id is 'buyer, customer:<code>';
comment on column unbilled_source.contract_id is 'contract:<key>';
comment on column unbilled_source.project_id is 'project:<key>';
comment on column unbilled_source.line_no is 'contract line that pays';
comment on column unbilled_source.service_date is 'day of work or acceptance';
comment on column unbilled_source.accounting_date is 'day it counts for in the books';
comment on column unbilled_source.unbilled_seconds is 'time still unbilled';
comment on column unbilled_source.ready_amount is 'unbilled, on no draft';
comment on column unbilled_source.drafted_amount is 'unbilled, on a draft';
comment on column unbilled_source.currency is 'ISO 4217';
comment on column unbilled_source.invoice_id is 'draft that claims it; null when none';
comment on column unbilled_source.rule_version is 'version of the money rules used';

create view unbilled as
select entity_id, customer_id, contract_id, project_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds
from unbilled_source
group by entity_id, customer_id, contract_id, project_id, currency;
comment on view unbilled is 'Unbilled work by entity, customer, contract, project and currency';
comment on column unbilled.entity_id is 'seller, legal-entity:<code>';
comment on column unbilled.customer_id is 'buyer, customer:<code>';
comment on column unbilled.contract_id is 'contract:<key>';
comment on column unbilled.project_id is 'project:<key>';
comment on column unbilled.currency is 'ISO 4217';
comment on column unbilled.ready_amount is 'unbilled, on no draft';
comment on column unbilled.drafted_amount is 'unbilled, on a draft';
comment on column unbilled.unbilled_amount is 'ready and drafted';
comment on column unbilled.oldest_service_date is 'oldest day of work or acceptance still unbilled; null when nothing is';
comment on column unbilled.source_count is 'time entries and billing items with something unbilled';
comment on column unbilled.unbilled_seconds is 'time still unbilled';

create view unbilled_by_project as
select project_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds
from unbilled_source
group by project_id, currency;
comment on view unbilled_by_project is 'Unbilled work by project and currency';
comment on column unbilled_by_project.project_id is 'project:<key>';
comment on column unbilled_by_project.currency is 'ISO 4217';
comment on column unbilled_by_project.ready_amount is 'unbilled, on no draft';
comment on column unbilled_by_project.drafted_amount is 'unbilled, on a draft';
comment on column unbilled_by_project.unbilled_amount is 'ready and drafted';
comment on column unbilled_by_project.oldest_service_date is 'oldest day of work or acceptance still unbilled; null when nothing is';
comment on column unbilled_by_project.source_count is 'time entries and billing items with something unbilled';
comment on column unbilled_by_project.unbilled_seconds is 'time still unbilled';

create view unbilled_by_contract as
select contract_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds
from unbilled_source
group by contract_id, currency;
comment on view unbilled_by_contract is 'Unbilled work by contract and currency';
comment on column unbilled_by_contract.contract_id is 'contract:<key>';
comment on column unbilled_by_contract.currency is 'ISO 4217';
comment on column unbilled_by_contract.ready_amount is 'unbilled, on no draft';
comment on column unbilled_by_contract.drafted_amount is 'unbilled, on a draft';
comment on column unbilled_by_contract.unbilled_amount is 'ready and drafted';
comment on column unbilled_by_contract.oldest_service_date is 'oldest day of work or acceptance still unbilled; null when nothing is';
comment on column unbilled_by_contract.source_count is 'time entries and billing items with something unbilled';
comment on column unbilled_by_contract.unbilled_seconds is 'time still unbilled';

create view unbilled_by_customer as
select customer_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds
from unbilled_source
group by customer_id, currency;
comment on view unbilled_by_customer is 'Unbilled work by customer and currency';
comment on column unbilled_by_customer.customer_id is 'buyer, customer:<code>';
comment on column unbilled_by_customer.currency is 'ISO 4217';
comment on column unbilled_by_customer.ready_amount is 'unbilled, on no draft';
comment on column unbilled_by_customer.drafted_amount is 'unbilled, on a draft';
comment on column unbilled_by_customer.unbilled_amount is 'ready and drafted';
comment on column unbilled_by_customer.oldest_service_date is 'oldest day of work or acceptance still unbilled; null when nothing is';
comment on column unbilled_by_customer.source_count is 'time entries and billing items with something unbilled';
comment on column unbilled_by_customer.unbilled_seconds is 'time still unbilled';

create view unbilled_by_entity as
select entity_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds
from unbilled_source
group by entity_id, currency;
comment on view unbilled_by_entity is 'Unbilled work by entity and currency';
comment on column unbilled_by_entity.entity_id is 'seller, legal-entity:<code>';
comment on column unbilled_by_entity.currency is 'ISO 4217';
comment on column unbilled_by_entity.ready_amount is 'unbilled, on no draft';
comment on column unbilled_by_entity.drafted_amount is 'unbilled, on a draft';
comment on column unbilled_by_entity.unbilled_amount is 'ready and drafted';
comment on column unbilled_by_entity.oldest_service_date is 'oldest day of work or acceptance still unbilled; null when nothing is';
comment on column unbilled_by_entity.source_count is 'time entries and billing items with something unbilled';
comment on column unbilled_by_entity.unbilled_seconds is 'time still unbilled';

create function unbilled_aging(as_of date)
returns table (entity_id text, customer_id text, contract_id text, project_id text, currency text,
    to_30_amount numeric, to_60_amount numeric, to_90_amount numeric, over_90_amount numeric, unbilled_amount numeric)
language sql stable as $body$
select entity_id, customer_id, contract_id, project_id, currency,
    coalesce(sum(ready_amount + drafted_amount) filter (where as_of - service_date <= 30), 0),
    coalesce(sum(ready_amount + drafted_amount) filter (where as_of - service_date between 31 and 60), 0),
    coalesce(sum(ready_amount + drafted_amount) filter (where as_of - service_date between 61 and 90), 0),
    coalesce(sum(ready_amount + drafted_amount) filter (where as_of - service_date > 90), 0),
    sum(ready_amount + drafted_amount)
from ${bi}.unbilled_source
group by 1, 2, 3, 4, 5
$body$;
comment on function unbilled_aging(date) is 'Unbilled work by days from service to the given day: up to 30, 31 to 60, 61 to 90, more; future days count as up to 30';

create view backlog_line as
with price as (
    select contract_id, line_no, sum(price_amount) as amount from ${tables}.price_movement group by contract_id, line_no
), revenue as (
    select contract_id, line_no, sum(revenue_amount) as amount from ${tables}.revenue_movement group by contract_id, line_no
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
comment on view backlog_line is 'Backlog per contract line';
comment on column backlog_line.entity_id is 'seller, legal-entity:<code>';
comment on column backlog_line.customer_id is 'buyer, customer:<code>';
comment on column backlog_line.contract_id is 'contract:<key>';
comment on column backlog_line.project_id is 'the one project that the line counts for, (none) when there is none';
comment on column backlog_line.line_no is 'contract line';
comment on column backlog_line.currency is 'ISO 4217';
comment on column backlog_line.price_amount is 'price agreed, else the limit; null means unquantified';
comment on column backlog_line.revenue_amount is 'revenue to date';
comment on column backlog_line.net_billed_amount is 'net billed to date';
comment on column backlog_line.revenue_backlog_amount is 'price less revenue to date, never below 0; null when unquantified';
comment on column backlog_line.billing_backlog_amount is 'price less net billed, never below 0; null when unquantified';
comment on column backlog_line.overbilled_amount is 'net billed beyond the price; null when unquantified';
comment on column backlog_line.unbilled_amount is 'ready and drafted';
comment on column backlog_line.unquantified is 'whether the line has neither price nor limit';

create view backlog as
select entity_id, customer_id, contract_id, project_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification
from backlog_line
group by entity_id, customer_id, contract_id, project_id, currency;
comment on view backlog is 'Backlog by entity, customer, contract, project and currency';
comment on column backlog.entity_id is 'seller, legal-entity:<code>';
comment on column backlog.customer_id is 'buyer, customer:<code>';
comment on column backlog.contract_id is 'contract:<key>';
comment on column backlog.project_id is 'the one project that the lines count for, (none) when there is none';
comment on column backlog.currency is 'ISO 4217';
comment on column backlog.price_amount is 'price of the quantified lines; null when none is';
comment on column backlog.revenue_amount is 'revenue to date';
comment on column backlog.net_billed_amount is 'net billed to date';
comment on column backlog.revenue_backlog_amount is 'price less revenue to date, per line never below 0; null when no line is quantified';
comment on column backlog.billing_backlog_amount is 'price less net billed, per line never below 0; null when no line is quantified';
comment on column backlog.overbilled_amount is 'net billed beyond the price, per line; null when no line is quantified';
comment on column backlog.unbilled_amount is 'ready and drafted';
comment on column backlog.line_count is 'contract lines';
comment on column backlog.unquantified_line_count is 'contract lines without price and limit';
comment on column backlog.quantification is 'quantified, partly or unquantified';

create view backlog_by_project as
select project_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification
from backlog_line
group by project_id, currency;
comment on view backlog_by_project is 'Backlog by project and currency';
comment on column backlog_by_project.project_id is 'the one project that the lines count for, (none) when there is none';
comment on column backlog_by_project.currency is 'ISO 4217';
comment on column backlog_by_project.price_amount is 'price of the quantified lines; null when none is';
comment on column backlog_by_project.revenue_amount is 'revenue to date';
comment on column backlog_by_project.net_billed_amount is 'net billed to date';
comment on column backlog_by_project.revenue_backlog_amount is 'price less revenue to date, per line never below 0; null when no line is quantified';
comment on column backlog_by_project.billing_backlog_amount is 'price less net billed, per line never below 0; null when no line is quantified';
comment on column backlog_by_project.overbilled_amount is 'net billed beyond the price, per line; null when no line is quantified';
comment on column backlog_by_project.unbilled_amount is 'ready and drafted';
comment on column backlog_by_project.line_count is 'contract lines';
comment on column backlog_by_project.unquantified_line_count is 'contract lines without price and limit';
comment on column backlog_by_project.quantification is 'quantified, partly or unquantified';

create view backlog_by_contract as
select contract_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification
from backlog_line
group by contract_id, currency;
comment on view backlog_by_contract is 'Backlog by contract and currency';
comment on column backlog_by_contract.contract_id is 'contract:<key>';
comment on column backlog_by_contract.currency is 'ISO 4217';
comment on column backlog_by_contract.price_amount is 'price of the quantified lines; null when none is';
comment on column backlog_by_contract.revenue_amount is 'revenue to date';
comment on column backlog_by_contract.net_billed_amount is 'net billed to date';
comment on column backlog_by_contract.revenue_backlog_amount is 'price less revenue to date, per line never below 0; null when no line is quantified';
comment on column backlog_by_contract.billing_backlog_amount is 'price less net billed, per line never below 0; null when no line is quantified';
comment on column backlog_by_contract.overbilled_amount is 'net billed beyond the price, per line; null when no line is quantified';
comment on column backlog_by_contract.unbilled_amount is 'ready and drafted';
comment on column backlog_by_contract.line_count is 'contract lines';
comment on column backlog_by_contract.unquantified_line_count is 'contract lines without price and limit';
comment on column backlog_by_contract.quantification is 'quantified, partly or unquantified';

create view backlog_by_customer as
select customer_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification
from backlog_line
group by customer_id, currency;
comment on view backlog_by_customer is 'Backlog by customer and currency';
comment on column backlog_by_customer.customer_id is 'buyer, customer:<code>';
comment on column backlog_by_customer.currency is 'ISO 4217';
comment on column backlog_by_customer.price_amount is 'price of the quantified lines; null when none is';
comment on column backlog_by_customer.revenue_amount is 'revenue to date';
comment on column backlog_by_customer.net_billed_amount is 'net billed to date';
comment on column backlog_by_customer.revenue_backlog_amount is 'price less revenue to date, per line never below 0; null when no line is quantified';
comment on column backlog_by_customer.billing_backlog_amount is 'price less net billed, per line never below 0; null when no line is quantified';
comment on column backlog_by_customer.overbilled_amount is 'net billed beyond the price, per line; null when no line is quantified';
comment on column backlog_by_customer.unbilled_amount is 'ready and drafted';
comment on column backlog_by_customer.line_count is 'contract lines';
comment on column backlog_by_customer.unquantified_line_count is 'contract lines without price and limit';
comment on column backlog_by_customer.quantification is 'quantified, partly or unquantified';

create view backlog_by_entity as
select entity_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification
from backlog_line
group by entity_id, currency;
comment on view backlog_by_entity is 'Backlog by entity and currency';
comment on column backlog_by_entity.entity_id is 'seller, legal-entity:<code>';
comment on column backlog_by_entity.currency is 'ISO 4217';
comment on column backlog_by_entity.price_amount is 'price of the quantified lines; null when none is';
comment on column backlog_by_entity.revenue_amount is 'revenue to date';
comment on column backlog_by_entity.net_billed_amount is 'net billed to date';
comment on column backlog_by_entity.revenue_backlog_amount is 'price less revenue to date, per line never below 0; null when no line is quantified';
comment on column backlog_by_entity.billing_backlog_amount is 'price less net billed, per line never below 0; null when no line is quantified';
comment on column backlog_by_entity.overbilled_amount is 'net billed beyond the price, per line; null when no line is quantified';
comment on column backlog_by_entity.unbilled_amount is 'ready and drafted';
comment on column backlog_by_entity.line_count is 'contract lines';
comment on column backlog_by_entity.unquantified_line_count is 'contract lines without price and limit';
comment on column backlog_by_entity.quantification is 'quantified, partly or unquantified';

create view margin_source as
select legal_entity_id as entity_id, customer_id, contract_id, project_id, currency, accounting_date,
    sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount
from (
    select legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date, revenue_amount,
        0::numeric(19, 4) as cost_amount
    from ${tables}.revenue_movement
    union all
    select legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date, 0, cost_amount
    from ${tables}.cost_movement
) as movement
group by legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date;
comment on view margin_source is 'Revenue and cost by day';
comment on column margin_source.entity_id is 'seller, legal-entity:<code>';
comment on column margin_source.customer_id is 'buyer, customer:<code>';
comment on column margin_source.contract_id is 'contract:<key>';
comment on column margin_source.project_id is 'project:<key>';
comment on column margin_source.currency is 'ISO 4217';
comment on column margin_source.accounting_date is 'day it counts for in the books';
comment on column margin_source.revenue_amount is 'revenue of the day';
comment on column margin_source.cost_amount is 'cost of the day';

create view margin as
select entity_id, customer_id, contract_id, project_id, currency, sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount,
    sum(revenue_amount - cost_amount) as margin_amount,
    sum(revenue_amount - cost_amount) / nullif(sum(revenue_amount), 0) as margin_ratio
from margin_source
group by entity_id, customer_id, contract_id, project_id, currency;
comment on view margin is 'Margin by entity, customer, contract, project and currency (R10)';
comment on column margin.entity_id is 'seller, legal-entity:<code>';
comment on column margin.customer_id is 'buyer, customer:<code>';
comment on column margin.contract_id is 'contract:<key>';
comment on column margin.project_id is 'project:<key>';
comment on column margin.currency is 'ISO 4217';
comment on column margin.revenue_amount is 'revenue to date';
comment on column margin.cost_amount is 'cost of worked time to date';
comment on column margin.margin_amount is 'revenue less cost';
comment on column margin.margin_ratio is 'margin over revenue; null when revenue is 0';

create view margin_by_project as
select project_id, currency, sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount,
    sum(revenue_amount - cost_amount) as margin_amount,
    sum(revenue_amount - cost_amount) / nullif(sum(revenue_amount), 0) as margin_ratio
from margin_source
group by project_id, currency;
comment on view margin_by_project is 'Margin by project and currency (R10)';
comment on column margin_by_project.project_id is 'project:<key>';
comment on column margin_by_project.currency is 'ISO 4217';
comment on column margin_by_project.revenue_amount is 'revenue to date';
comment on column margin_by_project.cost_amount is 'cost of worked time to date';
comment on column margin_by_project.margin_amount is 'revenue less cost';
comment on column margin_by_project.margin_ratio is 'margin over revenue; null when revenue is 0';

create view margin_by_contract as
select contract_id, currency, sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount,
    sum(revenue_amount - cost_amount) as margin_amount,
    sum(revenue_amount - cost_amount) / nullif(sum(revenue_amount), 0) as margin_ratio
from margin_source
group by contract_id, currency;
comment on view margin_by_contract is 'Margin by contract and currency (R10)';
comment on column margin_by_contract.contract_id is 'contract:<key>';
comment on column margin_by_contract.currency is 'ISO 4217';
comment on column margin_by_contract.revenue_amount is 'revenue to date';
comment on column margin_by_contract.cost_amount is 'cost of worked time to date';
comment on column margin_by_contract.margin_amount is 'revenue less cost';
comment on column margin_by_contract.margin_ratio is 'margin over revenue; null when revenue is 0';

create view margin_by_customer as
select customer_id, currency, sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount,
    sum(revenue_amount - cost_amount) as margin_amount,
    sum(revenue_amount - cost_amount) / nullif(sum(revenue_amount), 0) as margin_ratio
from margin_source
group by customer_id, currency;
comment on view margin_by_customer is 'Margin by customer and currency (R10)';
comment on column margin_by_customer.customer_id is 'buyer, customer:<code>';
comment on column margin_by_customer.currency is 'ISO 4217';
comment on column margin_by_customer.revenue_amount is 'revenue to date';
comment on column margin_by_customer.cost_amount is 'cost of worked time to date';
comment on column margin_by_customer.margin_amount is 'revenue less cost';
comment on column margin_by_customer.margin_ratio is 'margin over revenue; null when revenue is 0';

create view margin_by_entity as
select entity_id, currency, sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount,
    sum(revenue_amount - cost_amount) as margin_amount,
    sum(revenue_amount - cost_amount) / nullif(sum(revenue_amount), 0) as margin_ratio
from margin_source
group by entity_id, currency;
comment on view margin_by_entity is 'Margin by entity and currency (R10)';
comment on column margin_by_entity.entity_id is 'seller, legal-entity:<code>';
comment on column margin_by_entity.currency is 'ISO 4217';
comment on column margin_by_entity.revenue_amount is 'revenue to date';
comment on column margin_by_entity.cost_amount is 'cost of worked time to date';
comment on column margin_by_entity.margin_amount is 'revenue less cost';
comment on column margin_by_entity.margin_ratio is 'margin over revenue; null when revenue is 0';
