-- Unbilled is inside the limits (R3): what is held over one stands beside it. Placeholders tables and bi: schemas of the private
-- tables and of the views.

create or replace view unbilled_source as
select w.source_id, w.source_kind, w.legal_entity_id as entity_id, w.customer_id, w.contract_id, w.project_id, w.line_no, w.service_date,
    w.accounting_date, w.ready_seconds + w.drafted_seconds as unbilled_seconds,
    (w.ready_amount - o.amount)::numeric(19, 4) as ready_amount, w.drafted_amount, w.currency, w.invoice_id, w.rule_version,
    w.deferred_until, case when w.in_doubt then 'approval in doubt' else w.deferred_because end as held_because,
    o.amount::numeric(19, 4) as over_limit_amount
from ${tables}.unbilled_work w
cross join lateral (
    -- What was drafted before its limit was watched may be told as held; it stands on its draft.
    select greatest(least(coalesce(sum(m.over_limit_amount), 0), w.ready_amount), 0) as amount
    from ${tables}.funding_movement m
    where m.source_id = w.source_id and m.over_limit_amount <> 0
) o
where w.ready_amount <> 0 or w.drafted_amount <> 0;
comment on column unbilled_source.ready_amount is 'unbilled, inside the limits, on no draft';
comment on column unbilled_source.over_limit_amount is 'approved and over a limit: held back, beside what is unbilled';

create or replace view unbilled as
select entity_id, customer_id, contract_id, project_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds, sum(over_limit_amount) as over_limit_amount
from unbilled_source
group by entity_id, customer_id, contract_id, project_id, currency;
comment on column unbilled.ready_amount is 'unbilled, inside the limits, on no draft';
comment on column unbilled.source_count is 'time entries and billing items with something unbilled or over a limit';
comment on column unbilled.unbilled_seconds is 'time still unbilled or over a limit';
comment on column unbilled.oldest_service_date is 'oldest day of work or acceptance still unbilled or over a limit; null when nothing is';
comment on column unbilled.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view unbilled_by_project as
select project_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds, sum(over_limit_amount) as over_limit_amount
from unbilled_source
group by project_id, currency;
comment on column unbilled_by_project.ready_amount is 'unbilled, inside the limits, on no draft';
comment on column unbilled_by_project.source_count is 'time entries and billing items with something unbilled or over a limit';
comment on column unbilled_by_project.unbilled_seconds is 'time still unbilled or over a limit';
comment on column unbilled_by_project.oldest_service_date is 'oldest day of work or acceptance still unbilled or over a limit; null when nothing is';
comment on column unbilled_by_project.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view unbilled_by_contract as
select contract_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds, sum(over_limit_amount) as over_limit_amount
from unbilled_source
group by contract_id, currency;
comment on column unbilled_by_contract.ready_amount is 'unbilled, inside the limits, on no draft';
comment on column unbilled_by_contract.source_count is 'time entries and billing items with something unbilled or over a limit';
comment on column unbilled_by_contract.unbilled_seconds is 'time still unbilled or over a limit';
comment on column unbilled_by_contract.oldest_service_date is 'oldest day of work or acceptance still unbilled or over a limit; null when nothing is';
comment on column unbilled_by_contract.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view unbilled_by_customer as
select customer_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds, sum(over_limit_amount) as over_limit_amount
from unbilled_source
group by customer_id, currency;
comment on column unbilled_by_customer.ready_amount is 'unbilled, inside the limits, on no draft';
comment on column unbilled_by_customer.source_count is 'time entries and billing items with something unbilled or over a limit';
comment on column unbilled_by_customer.unbilled_seconds is 'time still unbilled or over a limit';
comment on column unbilled_by_customer.oldest_service_date is 'oldest day of work or acceptance still unbilled or over a limit; null when nothing is';
comment on column unbilled_by_customer.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view unbilled_by_entity as
select entity_id, currency, sum(ready_amount) as ready_amount, sum(drafted_amount) as drafted_amount,
    sum(ready_amount + drafted_amount) as unbilled_amount, min(service_date) as oldest_service_date,
    count(*) as source_count, sum(unbilled_seconds) as unbilled_seconds, sum(over_limit_amount) as over_limit_amount
from unbilled_source
group by entity_id, currency;
comment on column unbilled_by_entity.ready_amount is 'unbilled, inside the limits, on no draft';
comment on column unbilled_by_entity.source_count is 'time entries and billing items with something unbilled or over a limit';
comment on column unbilled_by_entity.unbilled_seconds is 'time still unbilled or over a limit';
comment on column unbilled_by_entity.oldest_service_date is 'oldest day of work or acceptance still unbilled or over a limit; null when nothing is';
comment on column unbilled_by_entity.over_limit_amount is 'approved and over a limit, beside what is unbilled';

drop function unbilled_as_of(date, bigint);
create function unbilled_as_of(until_date date, upto_position bigint)
returns table (source_id text, entity_id text, customer_id text, contract_id text, project_id text, line_no integer, service_date date,
    unbilled_seconds bigint, ready_amount numeric, drafted_amount numeric, currency text, over_limit_amount numeric)
language sql stable as $body$
with work as (
    select m.source_id, m.legal_entity_id, m.customer_id, m.contract_id, m.project_id, m.line_no, m.service_date,
        sum(m.seconds) as seconds, sum(m.ready_amount) as ready, sum(m.drafted_amount) as drafted, m.currency
    from ${tables}.wip_movement m
    where m.accounting_date <= until_date and m.position <= upto_position
    group by m.source_id, m.legal_entity_id, m.customer_id, m.contract_id, m.project_id, m.line_no, m.service_date, m.currency
    having sum(m.ready_amount) <> 0 or sum(m.drafted_amount) <> 0
)
select w.source_id, w.legal_entity_id, w.customer_id, w.contract_id, w.project_id, w.line_no, w.service_date, w.seconds,
    w.ready - o.amount, w.drafted, w.currency, o.amount
from work w
cross join lateral (
    select greatest(least(coalesce(sum(f.over_limit_amount), 0), w.ready), 0) as amount
    from ${tables}.funding_movement f
    where f.source_id = w.source_id and f.over_limit_amount <> 0 and f.position <= upto_position
) o
$body$;
comment on function unbilled_as_of(date, bigint) is 'Unbilled sources as they were known (R8), and what of them was over a limit: accounting date up to the day, recorded up to the position';

drop function backlog_as_of(date, bigint);
create function backlog_as_of(until_date date, upto_position bigint)
returns table (entity_id text, customer_id text, contract_id text, project_id text, line_no integer, currency text,
    price_amount numeric, revenue_amount numeric, net_billed_amount numeric, revenue_backlog_amount numeric,
    billing_backlog_amount numeric, overbilled_amount numeric, unbilled_amount numeric, unquantified boolean,
    over_limit_amount numeric)
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
    select contract_id, line_no, sum(ready_amount + drafted_amount) as amount, sum(over_limit_amount) as over_limit
    from ${bi}.unbilled_as_of(until_date, upto_position) group by contract_id, line_no
)
select c.legal_entity_id, c.customer_id, l.contract_id, l.project_id, l.line_no, c.currency,
    p.amount, coalesce(r.amount, 0), coalesce(b.amount, 0),
    case when p.amount is not null then greatest(p.amount - coalesce(r.amount, 0), 0) end,
    case when p.amount is not null then greatest(p.amount - coalesce(b.amount, 0), 0) end,
    case when p.amount is not null then greatest(coalesce(b.amount, 0) - p.amount, 0) end,
    coalesce(u.amount, 0), p.amount is null, coalesce(u.over_limit, 0)
from ${bi}.dim_contract_line l
join ${tables}.contract c on c.contract_id = l.contract_id
left join price p on p.contract_id = l.contract_id and p.line_no = l.line_no
left join revenue r on r.contract_id = l.contract_id and r.line_no = l.line_no
left join billed b on b.contract_id = l.contract_id and b.line_no = l.line_no
left join unbilled u on u.contract_id = l.contract_id and u.line_no = l.line_no
$body$;
comment on function backlog_as_of(date, bigint) is 'Backlog per contract line (R8) as it was known, and what was over a limit: accounting date up to the day, recorded up to the position';

create or replace view backlog_line as
with price as (
    select contract_id, line_no, sum(price_amount) as amount from ${tables}.price_movement group by contract_id, line_no
), revenue as (
    select contract_id, line_no, sum(revenue_amount) as amount from fact_revenue_movement group by contract_id, line_no
), billed as (
    select contract_id, line_no, sum(net_amount) as amount from ${tables}.billing_movement group by contract_id, line_no
), unbilled as (
    select contract_id, line_no, sum(ready_amount + drafted_amount) as amount, sum(over_limit_amount) as over_limit
    from unbilled_source group by contract_id, line_no
)
select c.legal_entity_id as entity_id, c.customer_id, l.contract_id, l.project_id, l.line_no, c.currency,
    p.amount as price_amount, coalesce(r.amount, 0) as revenue_amount, coalesce(b.amount, 0) as net_billed_amount,
    case when p.amount is not null then greatest(p.amount - coalesce(r.amount, 0), 0) end as revenue_backlog_amount,
    case when p.amount is not null then greatest(p.amount - coalesce(b.amount, 0), 0) end as billing_backlog_amount,
    case when p.amount is not null then greatest(coalesce(b.amount, 0) - p.amount, 0) end as overbilled_amount,
    coalesce(u.amount, 0) as unbilled_amount, p.amount is null as unquantified,
    coalesce(u.over_limit, 0) as over_limit_amount
from dim_contract_line l
join ${tables}.contract c on c.contract_id = l.contract_id
left join price p on p.contract_id = l.contract_id and p.line_no = l.line_no
left join revenue r on r.contract_id = l.contract_id and r.line_no = l.line_no
left join billed b on b.contract_id = l.contract_id and b.line_no = l.line_no
left join unbilled u on u.contract_id = l.contract_id and u.line_no = l.line_no;
comment on column backlog_line.unbilled_amount is 'ready and drafted, inside the limits';
comment on column backlog_line.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view backlog as
select entity_id, customer_id, contract_id, project_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification,
    sum(over_limit_amount) as over_limit_amount
from backlog_line
group by entity_id, customer_id, contract_id, project_id, currency;
comment on column backlog.unbilled_amount is 'ready and drafted, inside the limits';
comment on column backlog.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view backlog_by_project as
select project_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification,
    sum(over_limit_amount) as over_limit_amount
from backlog_line
group by project_id, currency;
comment on column backlog_by_project.unbilled_amount is 'ready and drafted, inside the limits';
comment on column backlog_by_project.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view backlog_by_contract as
select contract_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification,
    sum(over_limit_amount) as over_limit_amount
from backlog_line
group by contract_id, currency;
comment on column backlog_by_contract.unbilled_amount is 'ready and drafted, inside the limits';
comment on column backlog_by_contract.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view backlog_by_customer as
select customer_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification,
    sum(over_limit_amount) as over_limit_amount
from backlog_line
group by customer_id, currency;
comment on column backlog_by_customer.unbilled_amount is 'ready and drafted, inside the limits';
comment on column backlog_by_customer.over_limit_amount is 'approved and over a limit, beside what is unbilled';

create or replace view backlog_by_entity as
select entity_id, currency, sum(price_amount) as price_amount, sum(revenue_amount) as revenue_amount,
    sum(net_billed_amount) as net_billed_amount, sum(revenue_backlog_amount) as revenue_backlog_amount,
    sum(billing_backlog_amount) as billing_backlog_amount, sum(overbilled_amount) as overbilled_amount,
    sum(unbilled_amount) as unbilled_amount, count(*) as line_count,
    count(*) filter (where unquantified) as unquantified_line_count,
    case when not bool_or(unquantified) then 'quantified' when bool_and(unquantified) then 'unquantified' else 'partly' end
        as quantification,
    sum(over_limit_amount) as over_limit_amount
from backlog_line
group by entity_id, currency;
comment on column backlog_by_entity.unbilled_amount is 'ready and drafted, inside the limits';
comment on column backlog_by_entity.over_limit_amount is 'approved and over a limit, beside what is unbilled';
