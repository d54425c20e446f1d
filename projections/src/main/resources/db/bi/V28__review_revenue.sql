-- Review moves revenue. Placeholders tables and bi: schemas of the private tables and of the views.

create or replace view revenue_source as
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
where r.method = 'STRAIGHT_LINE' or r.method = 'PERCENT_COMPLETE' and l.estimated
union all
-- What review wrote up or down counts as the source does, from the issue on. What books closed without it counts after them (R14).
select b.event_id, 'review-' || b.leg, b.position, b.recorded_at, b.legal_entity_id, c.customer_id, b.contract_id, b.project_id,
    b.line_no, b.source_id, 'review', b.service_date,
    greatest(b.accounting_date, (select max(p.to_date) from ${tables}.accounting_period p
        where p.legal_entity_id = b.legal_entity_id and p.status = 'closed' and not p.reviews_counted)),
    0, b.review_amount, b.currency, b.rule_version, coalesce(l.revenue_method, 'AS_INCURRED'), coalesce(l.limited, false)
from ${tables}.billing_movement b
join ${tables}.contract c on c.contract_id = b.contract_id
left join ${tables}.billing_item i on i.billing_item_id = b.source_id
left join revenue_line l on l.contract_id = b.contract_id and l.line_no = b.line_no
where b.review_amount <> 0 and b.source_id not like 'retainer:%' and (b.source_id like 'expense:%' or case l.revenue_method
    when 'AS_INCURRED' then coalesce(i.kind, 'TIME') not in ('RETAINER', 'PROGRESS')
    when 'ON_MILESTONE' then coalesce(i.kind, 'TIME') not in ('TIME', 'RETAINER', 'PROGRESS', 'INSTALMENT')
    when 'PERCENT_COMPLETE' then i.kind = 'PROGRESS' and not l.estimated
    when 'AS_BILLED' then false
    when 'STRAIGHT_LINE' then false
    else coalesce(i.kind, 'TIME') <> 'RETAINER'
end);
comment on column revenue_source.kind is 'time or another source of value, review, billed, recognised or catch-up';
comment on column fact_revenue_movement.kind is 'time or another source of value, review, limit, billed, recognised or catch-up';

create or replace view fact_billing_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, invoice_id, invoice_line_no, source_id, kind, service_date, accounting_date, net_amount,
    currency, rule_version, credit_note_id, review_amount
from ${tables}.billing_movement;
comment on column fact_billing_movement.review_amount is
    'part of the net that review wrote up (above 0) or down (below 0), with the sign of the movement';
