-- Revenue by method, as of any day and position. Placeholders tables and bi: schemas of the private tables and of the views.

create view revenue_line as
select l.contract_id, l.line_no, coalesce(
        l.revenue_method,
        case l.method
            when 'MILESTONE' then 'ON_MILESTONE'
            when 'PERCENT_COMPLETE' then 'PERCENT_COMPLETE'
            when 'FIXED_FEE' then case when coalesce(l.term_to, c.term_to) is null then 'AS_BILLED' else 'STRAIGHT_LINE' end
            else 'AS_INCURRED'
        end) as revenue_method,
    coalesce(o.within_limit, true) and exists (
        select from ${tables}.limit_change h where h.contract_id = l.contract_id and h.line_no in (0, l.line_no)) as limited,
    exists (select from ${tables}.estimate e where e.contract_id = l.contract_id and e.line_no = l.line_no) as estimated,
    o.obligation_id
from ${tables}.contract_line l
join ${tables}.contract c on c.contract_id = l.contract_id
left join ${tables}.obligation o on o.contract_id = l.contract_id and l.line_no = any(string_to_array(o.line_nos, ',')::integer[]);
comment on view revenue_line is 'When each contract line earns its revenue (R5)';
comment on column revenue_line.contract_id is 'contract:<key>';
comment on column revenue_line.line_no is 'contract line';
comment on column revenue_line.revenue_method is 'AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE';
comment on column revenue_line.limited is 'whether revenue as incurred stops at a limit of the line or of the contract';
comment on column revenue_line.estimated is 'whether an estimate at completion was given, so that percent complete goes by cost';
comment on column revenue_line.obligation_id is 'the obligation that the line pays for; null until it is opened';

create view revenue_source as
select m.event_id, m.leg, m.position as event_position, m.recorded_at, m.legal_entity_id as entity_id, m.customer_id,
    m.contract_id, m.project_id, m.line_no, m.source_id, m.kind, m.service_date, m.accounting_date,
    m.seconds as billed_seconds, m.revenue_amount, m.currency, m.rule_version,
    coalesce(l.revenue_method, 'AS_INCURRED') as revenue_method, coalesce(l.limited, false) as limited
from ${tables}.revenue_movement m
left join revenue_line l on l.contract_id = m.contract_id and l.line_no = m.line_no
where m.source_id like 'expense:%' or case l.revenue_method
    when 'AS_INCURRED' then m.kind <> 'progress'
    when 'ON_MILESTONE' then m.kind not in ('time', 'progress', 'instalment')
    when 'PERCENT_COMPLETE' then m.kind = 'progress' and not l.estimated
    when 'AS_BILLED' then m.kind = 'retainer_expired'
    when 'STRAIGHT_LINE' then false
    else true
end
union all
select b.event_id, b.leg, b.position, b.recorded_at, b.legal_entity_id, b.customer_id, b.contract_id, b.project_id, b.line_no,
    b.source_id, 'billed', b.service_date, b.accounting_date, 0, b.net_amount, b.currency, b.rule_version,
    l.revenue_method, false
from ${tables}.billing_movement b
join revenue_line l on l.contract_id = b.contract_id and l.line_no = b.line_no and l.revenue_method = 'AS_BILLED'
union all
select r.event_id, r.leg, r.position, r.recorded_at, r.legal_entity_id, r.customer_id, r.contract_id,
    coalesce(d.project_id, '(none)'), r.line_no, r.obligation_id, r.kind, r.service_date, r.accounting_date, 0, r.revenue_amount,
    r.currency, r.rule_version, r.method, false
from ${tables}.recognition r
join revenue_line l on l.contract_id = r.contract_id and l.line_no = r.line_no
left join dim_contract_line d on d.contract_id = r.contract_id and d.line_no = r.line_no
where r.method = 'STRAIGHT_LINE' or r.method = 'PERCENT_COMPLETE' and l.estimated;
comment on view revenue_source is 'What the method of each contract line counts as revenue, before limits';
comment on column revenue_source.event_id is 'the event that moved it, UUID';
comment on column revenue_source.leg is 'distinguishes the rows of one event';
comment on column revenue_source.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column revenue_source.recorded_at is 'when the event was recorded, UTC';
comment on column revenue_source.entity_id is 'seller, legal-entity:<code>';
comment on column revenue_source.customer_id is 'buyer, customer:<code>';
comment on column revenue_source.contract_id is 'contract:<key>';
comment on column revenue_source.project_id is 'project:<key>, (none) when there is none';
comment on column revenue_source.line_no is 'contract line';
comment on column revenue_source.source_id is 'time-entry:<uuid>, billing-item:<uuid> or obligation:<uuid>';
comment on column revenue_source.kind is 'time or another source of value, billed, recognised or catch-up';
comment on column revenue_source.service_date is 'day of work or acceptance, last day of a period';
comment on column revenue_source.accounting_date is 'day it counts for in the books';
comment on column revenue_source.billed_seconds is 'time that is billed; 0 for others';
comment on column revenue_source.revenue_amount is 'change of revenue';
comment on column revenue_source.currency is 'ISO 4217';
comment on column revenue_source.rule_version is 'version of the money rules used';
comment on column revenue_source.revenue_method is 'AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE';
comment on column revenue_source.limited is 'whether it stops at a limit';

-- Running sums against the limit in force, once per line and once per contract: a lowered limit takes revenue back on its own day.
create function revenue_limited(until_date date, upto_position bigint)
returns table (event_id text, leg text, event_position bigint, recorded_at timestamptz, entity_id text, customer_id text,
    contract_id text, project_id text, line_no integer, source_id text, kind text, service_date date, accounting_date date,
    billed_seconds integer, revenue_amount numeric, currency text, rule_version integer, revenue_method text)
language sql stable as $body$
with source as (
    select * from ${bi}.revenue_source s
    where s.limited and s.accounting_date <= until_date and s.event_position <= upto_position
), dated as (
    -- A limit that was agreed for a period closed by then counts for the first open day after it (R14).
    select h.event_id, h.leg, h.position, h.recorded_at, h.legal_entity_id, h.contract_id, h.line_no, h.limit_amount, h.currency,
        greatest(h.accounting_date, (select max(p.to_date) from ${tables}.accounting_period p
            where p.legal_entity_id = h.legal_entity_id and p.status = 'closed' and p.closed_at <= h.recorded_at)) as accounting_date
    from ${tables}.limit_change h
), limits as (
    select h.event_id, h.leg, h.position, h.recorded_at, h.legal_entity_id, c.customer_id, h.contract_id,
        coalesce(d.project_id, '(none)') as project_id, h.line_no, h.accounting_date, h.limit_amount, h.currency
    from dated h
    join ${tables}.contract c on c.contract_id = h.contract_id
    left join ${bi}.dim_contract_line d on d.contract_id = h.contract_id and d.line_no = h.line_no
    where h.accounting_date <= until_date and h.position <= upto_position
        and h.contract_id in (select s.contract_id from source s)
), by_line as (
    select s.event_id, s.leg, s.event_position, s.recorded_at, s.entity_id, s.customer_id, s.contract_id, s.project_id,
        s.line_no, s.source_id, s.kind, s.service_date, s.accounting_date, s.billed_seconds, s.revenue_amount, s.currency,
        s.rule_version, s.revenue_method, false as is_limit, null::numeric as limit_amount
    from source s
    union all
    select l.event_id, 'limit-' || l.leg, l.position, l.recorded_at, l.legal_entity_id, l.customer_id, l.contract_id,
        l.project_id, l.line_no, l.contract_id, 'limit', l.accounting_date, l.accounting_date, 0, 0, l.currency, 1,
        'AS_INCURRED', true, l.limit_amount
    from limits l where l.line_no > 0
), line_sums as (
    select b.*, sum(b.revenue_amount) over w as summed, count(*) filter (where b.is_limit) over w as state
    from by_line b
    window w as (partition by b.contract_id, b.line_no order by b.accounting_date, b.event_position, b.leg
        rows unbounded preceding)
), line_capped as (
    select s.*, least(s.summed, first_value(s.limit_amount) over (partition by s.contract_id, s.line_no, s.state
        order by s.accounting_date, s.event_position, s.leg)) as to_date
    from line_sums s
), line_moved as (
    select c.*, c.to_date - lag(c.to_date, 1, 0::numeric) over (partition by c.contract_id, c.line_no
        order by c.accounting_date, c.event_position, c.leg) as moved
    from line_capped c
), by_contract as (
    select m.event_id, m.leg, m.event_position, m.recorded_at, m.entity_id, m.customer_id, m.contract_id, m.project_id,
        m.line_no, m.source_id, m.kind, m.service_date, m.accounting_date, m.billed_seconds, m.moved, m.currency,
        m.rule_version, m.revenue_method, false as is_limit, null::numeric as limit_amount
    from line_moved m
    union all
    select l.event_id, 'limit-' || l.leg, l.position, l.recorded_at, l.legal_entity_id, l.customer_id, l.contract_id,
        '(none)', (select min(k.line_no) from ${tables}.contract_line k where k.contract_id = l.contract_id), l.contract_id,
        'limit', l.accounting_date, l.accounting_date, 0, 0, l.currency, 1, 'AS_INCURRED', true, l.limit_amount
    from limits l where l.line_no = 0
), contract_sums as (
    select b.*, sum(b.moved) over w as summed, count(*) filter (where b.is_limit) over w as state
    from by_contract b
    window w as (partition by b.contract_id order by b.accounting_date, b.event_position, b.leg, b.line_no
        rows unbounded preceding)
), contract_capped as (
    select s.*, least(s.summed, first_value(s.limit_amount) over (partition by s.contract_id, s.state
        order by s.accounting_date, s.event_position, s.leg, s.line_no)) as to_date
    from contract_sums s
), contract_moved as (
    select c.*, c.to_date - lag(c.to_date, 1, 0::numeric) over (partition by c.contract_id
        order by c.accounting_date, c.event_position, c.leg, c.line_no) as taken
    from contract_capped c
)
select m.event_id, m.leg, m.event_position, m.recorded_at, m.entity_id, m.customer_id, m.contract_id, m.project_id, m.line_no,
    m.source_id, m.kind, m.service_date, m.accounting_date, m.billed_seconds, m.taken, m.currency, m.rule_version,
    m.revenue_method
from contract_moved m
where m.kind <> 'limit' or m.taken <> 0
$body$;
comment on function revenue_limited(date, bigint) is 'Revenue movements of lines with a limit, as of a day and a position: running value stops at the limit in force, per line and per contract';

create function revenue_as_of(until_date date, upto_position bigint)
returns table (event_id text, leg text, event_position bigint, recorded_at timestamptz, entity_id text, customer_id text,
    contract_id text, project_id text, line_no integer, source_id text, kind text, service_date date, accounting_date date,
    billed_seconds integer, revenue_amount numeric, currency text, rule_version integer, revenue_method text)
language sql stable as $body$
select s.event_id, s.leg, s.event_position, s.recorded_at, s.entity_id, s.customer_id, s.contract_id, s.project_id, s.line_no,
    s.source_id, s.kind, s.service_date, s.accounting_date, s.billed_seconds, s.revenue_amount, s.currency, s.rule_version,
    s.revenue_method
from ${bi}.revenue_source s
where not s.limited and s.accounting_date <= until_date and s.event_position <= upto_position
union all
select l.event_id, l.leg, l.event_position, l.recorded_at, l.entity_id, l.customer_id, l.contract_id, l.project_id, l.line_no,
    l.source_id, l.kind, l.service_date, l.accounting_date, l.billed_seconds, l.revenue_amount, l.currency, l.rule_version,
    l.revenue_method
from ${bi}.revenue_limited(until_date, upto_position) l
$body$;
comment on function revenue_as_of(date, bigint) is 'Revenue movements as they were known: accounting date up to the day, recorded up to the position';

create or replace view fact_revenue_movement as
select event_id, leg, event_position, recorded_at, entity_id, customer_id, contract_id, project_id, line_no, source_id, kind,
    service_date, accounting_date, billed_seconds, revenue_amount::numeric(19, 4) as revenue_amount, currency, rule_version,
    revenue_method
from revenue_as_of('infinity', 9223372036854775807);
comment on view fact_revenue_movement is 'Revenue by the method of each contract line, inside its limits, signed';
comment on column fact_revenue_movement.kind is 'time or another source of value, limit, billed, recognised or catch-up';
comment on column fact_revenue_movement.source_id is 'time-entry:<uuid>, billing-item:<uuid>, obligation:<uuid> or contract:<key>';
comment on column fact_revenue_movement.revenue_method is 'AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE';

create view fact_revenue_recognised as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id, line_no,
    obligation_id, kind, method as revenue_method, period, cause_id, cost_amount, estimate_amount, price_amount, limit_amount,
    value_amount, to_date_amount, booked_before_amount, revenue_amount, service_date, accounting_date, currency, rule_version
from ${tables}.recognition;
comment on view fact_revenue_recognised is 'Revenue booked by closes and changes of terms, with what it was worked out from, signed';
comment on column fact_revenue_recognised.event_id is 'the event that moved it, UUID';
comment on column fact_revenue_recognised.leg is 'distinguishes the rows of one event';
comment on column fact_revenue_recognised.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_revenue_recognised.recorded_at is 'when the event was recorded, UTC';
comment on column fact_revenue_recognised.entity_id is 'seller, legal-entity:<code>';
comment on column fact_revenue_recognised.customer_id is 'buyer, customer:<code>';
comment on column fact_revenue_recognised.contract_id is 'contract:<key>';
comment on column fact_revenue_recognised.line_no is 'lowest contract line that pays';
comment on column fact_revenue_recognised.obligation_id is 'obligation:<uuid>';
comment on column fact_revenue_recognised.kind is 'recognised or catch-up';
comment on column fact_revenue_recognised.revenue_method is 'AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE';
comment on column fact_revenue_recognised.period is 'period closed; null for a catch-up';
comment on column fact_revenue_recognised.cause_id is 'key of the close, or of the change';
comment on column fact_revenue_recognised.cost_amount is 'cost to date; null where the method does not ask';
comment on column fact_revenue_recognised.estimate_amount is 'estimate at completion; null where none was given';
comment on column fact_revenue_recognised.price_amount is 'price that held; null means unquantified';
comment on column fact_revenue_recognised.limit_amount is 'limit that held; null means none';
comment on column fact_revenue_recognised.value_amount is 'value to date that the method counts; null where it does not ask';
comment on column fact_revenue_recognised.to_date_amount is 'revenue since inception';
comment on column fact_revenue_recognised.booked_before_amount is 'booked before';
comment on column fact_revenue_recognised.revenue_amount is 'change of booked revenue';
comment on column fact_revenue_recognised.service_date is 'last day of the period, or day of the change';
comment on column fact_revenue_recognised.accounting_date is 'day it counts for in the books';
comment on column fact_revenue_recognised.currency is 'ISO 4217';
comment on column fact_revenue_recognised.rule_version is 'version of the money rules used';
