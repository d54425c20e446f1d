-- Key figures (R11, R9). Each row tells its variant, so that a value is never read without what it means. Periods are [from_date, to_date).
-- Placeholders tables and bi: schemas of the private tables and of the views.

create function kpi_receivables(from_date date, to_date date, upto_position bigint)
returns table (kpi text, variant text, entity_id text, currency text, numerator numeric, denominator numeric, value numeric, unit text)
language sql stable as $body$
with moved as (
    select legal_entity_id, currency, kind, accounting_date, gross_amount from ${tables}.receivable_movement m
    where m.accounting_date < to_date and m.position <= upto_position
), owed as (
    select m.legal_entity_id, m.currency, sum(m.gross_amount) as receivables,
        coalesce(sum(m.gross_amount) filter (where m.kind in ('issued', 'credited') and m.accounting_date >= from_date), 0) as billings,
        min(m.accounting_date) as first_day
    from moved m group by m.legal_entity_id, m.currency
), bucket as (
    select o.legal_entity_id, o.currency, o.receivables, g.month::date as month,
        least((g.month + interval '1 month')::date, to_date) - g.month::date as days,
        coalesce((select sum(m.gross_amount) from moved m where m.legal_entity_id = o.legal_entity_id and m.currency = o.currency
            and m.kind in ('issued', 'credited') and m.accounting_date >= g.month
            and m.accounting_date < g.month + interval '1 month'), 0) as billed
    from owed o
    cross join lateral generate_series(date_trunc('month', o.first_day::timestamp),
        date_trunc('month', (to_date - 1)::timestamp), interval '1 month') as g (month)
), later as (
    select b.*, b.receivables - coalesce(sum(b.billed) over (partition by b.legal_entity_id, b.currency order by b.month desc
        rows between unbounded preceding and 1 preceding), 0) as remaining
    from bucket b
), counted as (
    select l.legal_entity_id, l.currency, sum(l.days * case when l.remaining <= 0 then 0 when l.billed <= 0 then 1
        else least(1, l.remaining / l.billed) end) as days
    from later l group by l.legal_entity_id, l.currency
)
select 'days_sales_outstanding', 'receivables / billings x days', o.legal_entity_id, o.currency, o.receivables, o.billings,
    round(o.receivables * (to_date - from_date) / nullif(o.billings, 0), 1), 'days'
from owed o
union all
select 'days_sales_outstanding', 'count back by month', c.legal_entity_id, c.currency, null, null, round(c.days, 1), 'days'
from counted c
$body$;
comment on function kpi_receivables(date, date, bigint) is 'Days sales outstanding of a period, gross and net of credits, and counted back month by month (R11)';

create function kpi_invoicing(from_date date, to_date date, upto_position bigint)
returns table (kpi text, variant text, entity_id text, currency text, numerator numeric, denominator numeric, value numeric, unit text)
language sql stable as $body$
with issued as (
    select m.legal_entity_id, m.currency, m.accounting_date - i.cut_off as days, m.net_amount
    from ${tables}.receivable_movement m
    join ${tables}.invoice i on i.invoice_id = m.document_id
    where m.kind = 'issued' and m.accounting_date >= from_date and m.accounting_date < to_date
        and m.position <= upto_position and i.cut_off is not null
)
select 'invoice_cycle_time', 'simple', i.legal_entity_id, i.currency, sum(i.days)::numeric, count(*)::numeric,
    round(sum(i.days)::numeric / count(*), 2), 'days'
from issued i group by i.legal_entity_id, i.currency
union all
select 'invoice_cycle_time', 'weighted by net', i.legal_entity_id, i.currency, sum(i.days * i.net_amount), sum(i.net_amount),
    round(sum(i.days * i.net_amount) / nullif(sum(i.net_amount), 0), 2), 'days'
from issued i group by i.legal_entity_id, i.currency
$body$;
comment on function kpi_invoicing(date, date, bigint) is 'Issue date less period end of the invoices of a period, simple and weighted by value (R11)';

create function billed_in_sla_source(as_of_date date, upto_position bigint)
returns table (source_id text, entity_id text, contract_id text, currency text, approved_date date, sla_date date,
    approved_amount numeric, in_sla_amount numeric, late_amount numeric, overdue_amount numeric, in_window_amount numeric)
language sql stable as $body$
with moved as (
    select m.source_id, m.legal_entity_id, m.contract_id, m.currency,
        coalesce((e.approved_at at time zone c.zone)::date, m.service_date) as approved, c.sla_days, m.accounting_date,
        m.ready_amount + m.drafted_amount + m.billed_amount as standing, m.billed_amount as billed
    from ${tables}.wip_movement m
    join ${tables}.contract c on c.contract_id = m.contract_id
    left join ${tables}.time_entry e on e.time_entry_id = m.source_id
    where m.position <= upto_position and m.accounting_date <= as_of_date
), summed as (
    select source_id, legal_entity_id, contract_id, currency, approved, approved + sla_days as until, sum(standing) as standing,
        sum(billed) as billed, sum(billed) filter (where accounting_date <= approved + sla_days) as timely
    from moved group by source_id, legal_entity_id, contract_id, currency, approved, sla_days
)
select source_id, legal_entity_id, contract_id, currency, approved, until, standing, coalesce(timely, 0),
    billed - coalesce(timely, 0), case when as_of_date > until then standing - billed else 0 end,
    case when as_of_date <= until then standing - billed else 0 end
from summed
$body$;
comment on function billed_in_sla_source(date, bigint) is 'Each approved entry and item: what of it was billed within the contract''s days from approval, late, not yet and overdue, not yet and in time';

create function kpi_billed_in_sla(from_date date, to_date date, as_of_date date, upto_position bigint)
returns table (kpi text, variant text, entity_id text, currency text, numerator numeric, denominator numeric, value numeric, unit text)
language sql stable as $body$
select 'billed_in_sla', 'first billed within SLA / (approved - in window)', s.entity_id, s.currency, sum(s.in_sla_amount),
    sum(s.approved_amount - s.in_window_amount),
    round(sum(s.in_sla_amount) / nullif(sum(s.approved_amount - s.in_window_amount), 0), 4), 'ratio'
from ${bi}.billed_in_sla_source(as_of_date, upto_position) s
where s.approved_date >= from_date and s.approved_date < to_date
group by s.entity_id, s.currency
$body$;
comment on function kpi_billed_in_sla(date, date, date, bigint) is 'Approved value of a period that was first billed within the SLA, as of a day; held work stays in the cohort (R11)';

create function capacity_day(from_date date, to_date date)
returns table (person_id text, entity_id text, day date, calendar_seconds integer, excluded_seconds integer)
language sql stable as $body$
with days as (
    select p.person_id, p.legal_entity_id, g.day::date as day, e.holiday_calendar_id
    from ${tables}.person p
    join ${tables}.legal_entity e on e.legal_entity_id = p.legal_entity_id
    cross join lateral generate_series(greatest(from_date, p.start_date)::timestamp,
        least(to_date - 1, coalesce(p.last_day, to_date - 1))::timestamp, interval '1 day') as g (day)
), worked as (
    select d.*, coalesce(
            (select (string_to_array(c.weekday_seconds, ',')::integer[])[extract(isodow from d.day)::integer] from ${tables}.capacity c
                where c.person_id = d.person_id and c.from_date <= d.day order by c.from_date desc limit 1),
            case when extract(isodow from d.day)::text = any(string_to_array(coalesce(h.weekend, '6,7'), ',')) then 0 else 28800 end
        ) as seconds,
        d.day::text = any(string_to_array(coalesce(h.holidays, ''), ',')) as holiday
    from days d
    left join ${tables}.holiday_calendar h on h.holiday_calendar_id = d.holiday_calendar_id
)
select w.person_id, w.legal_entity_id, w.day, w.seconds,
    case when w.holiday then w.seconds else least(w.seconds, coalesce((
        select sum(coalesce(a.seconds_per_day, w.seconds))::integer from ${tables}.absence a
        where a.person_id = w.person_id and a.from_date <= w.day and a.to_date > w.day), 0)) end
from worked w
$body$;
comment on function capacity_day(date, date) is 'Working time of each person and day, and what of it is excluded: holidays and absence';

create view fact_capacity_day as
select substr(encode(sha256(convert_to(c.person_id, 'UTF8')), 'hex'), 1, 16) as person_key, c.entity_id, c.day as date,
    c.calendar_seconds, c.excluded_seconds
from capacity_day(date '2020-01-01', (current_date + 366)) c;
comment on view fact_capacity_day is 'Working time of people by day, from 2020 to a year ahead';
comment on column fact_capacity_day.person_key is 'pseudonym of the person';
comment on column fact_capacity_day.entity_id is 'employer, legal-entity:<code>';
comment on column fact_capacity_day.date is 'the day';
comment on column fact_capacity_day.calendar_seconds is 'working time by calendar';
comment on column fact_capacity_day.excluded_seconds is 'holiday or absence in it';

create function kpi_utilization(from_date date, to_date date, upto_position bigint)
returns table (kpi text, variant text, entity_id text, currency text, numerator numeric, denominator numeric, value numeric, unit text)
language sql stable as $body$
with worked as (
    select p.legal_entity_id, coalesce(sum(m.seconds) filter (where m.time_class = 'BILLABLE'), 0) as billable,
        coalesce(sum(m.seconds) filter (where m.time_class = 'CREDITED'), 0) as credited
    from ${tables}.time_movement m
    join ${tables}.person p on p.person_id = m.person_id
    where m.service_date >= from_date and m.service_date < to_date and m.position <= upto_position
    group by p.legal_entity_id
), there as (
    select c.entity_id, sum(c.calendar_seconds) as calendar, sum(c.excluded_seconds) as excluded
    from ${bi}.capacity_day(from_date, to_date) c group by c.entity_id
), both_sides as (
    select t.entity_id, coalesce(w.billable, 0)::numeric as billable, coalesce(w.credited, 0)::numeric as credited,
        t.calendar::numeric as calendar, t.excluded::numeric as excluded
    from there t left join worked w on w.legal_entity_id = t.entity_id
)
select 'utilization', '(billable + credited) / (calendar - excluded)', b.entity_id, null, b.billable + b.credited,
    b.calendar - b.excluded, round((b.billable + b.credited) / nullif(b.calendar - b.excluded, 0), 4), 'ratio'
from both_sides b
union all
select 'utilization', 'billable / calendar', b.entity_id, null, b.billable, b.calendar,
    round(b.billable / nullif(b.calendar, 0), 4), 'ratio'
from both_sides b
$body$;
comment on function kpi_utilization(date, date, bigint) is 'Utilization of a period by employer (R9), in seconds; the first variant is the default';

create function kpi_process(from_date date, to_date date, upto_position bigint)
returns table (kpi text, variant text, entity_id text, currency text, numerator numeric, denominator numeric, value numeric, unit text)
language sql stable as $body$
with won as (
    select subject_id, min(recorded_at) as at from ${tables}.setup_step s
    where s.kind = 'won' and s.position <= upto_position group by subject_id
), provisioned as (
    select p.legal_entity_id, s.target, extract(epoch from s.recorded_at - w.at)::numeric / 86400 as days
    from ${tables}.setup_step s
    join ${tables}.project p on p.project_id = s.subject_id
    join ${tables}.contract c on c.contract_id = p.contract_id
    join won w on w.subject_id = c.deal_id
    where s.kind = 'provisioned' and s.position <= upto_position
        and s.recorded_at >= from_date and s.recorded_at < to_date
), approved as (
    select e.legal_entity_id, extract(epoch from e.approved_at - e.submitted_at)::numeric / 3600 as hours
    from ${tables}.time_entry e
    where e.approved_at >= from_date and e.approved_at < to_date and e.submitted_at is not null and e.position <= upto_position
)
select 'project_setup_lead_time', 'won to provisioned in ' || p.target, p.legal_entity_id, null, round(sum(p.days), 4), count(*),
    round(sum(p.days) / count(*), 4), 'days'
from provisioned p group by p.legal_entity_id, p.target
union all
select 'approval_latency', 'submitted to approved, simple', a.legal_entity_id, null, round(sum(a.hours), 4), count(*),
    round(sum(a.hours) / count(*), 4), 'hours'
from approved a group by a.legal_entity_id
union all
select 'manual_effort', 'minutes on work items closed', coalesce(x.legal_entity_id, '(none)'), null, sum(x.minutes_spent), count(*),
    sum(x.minutes_spent), 'minutes'
from ${tables}.exception_case x
where x.closed_at >= from_date and x.closed_at < to_date and x.position <= upto_position
group by x.legal_entity_id
$body$;
comment on function kpi_process(date, date, bigint) is 'Set-up lead time by target, approval latency and manual effort of a period (R11)';

create function kpi(from_date date, to_date date, as_of_date date, upto_position bigint)
returns table (kpi text, variant text, entity_id text, currency text, numerator numeric, denominator numeric, value numeric, unit text)
language sql stable as $body$
select * from ${bi}.kpi_receivables(from_date, to_date, upto_position)
union all select * from ${bi}.kpi_invoicing(from_date, to_date, upto_position)
union all select * from ${bi}.kpi_billed_in_sla(from_date, to_date, as_of_date, upto_position)
union all select * from ${bi}.kpi_utilization(from_date, to_date, upto_position)
union all select * from ${bi}.kpi_process(from_date, to_date, upto_position)
$body$;
comment on function kpi(date, date, date, bigint) is 'All key figures of a period [from_date, to_date), as of a day and a position (R9, R11)';
