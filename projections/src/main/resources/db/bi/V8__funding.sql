-- Limits and what is over them. Placeholder tables: the schema of the private tables.

create view funding as
select l.legal_entity_id as entity_id, l.contract_id, l.limit_id, l.kind, l.line_no, l.po_number, l.ordinal, l.currency,
    l.limit_amount, l.billed_before + coalesce(sum(m.billed_amount), 0) as billed_amount,
    coalesce(sum(m.drafted_amount), 0) as drafted_amount, coalesce(sum(m.reserved_amount), 0) as reserved_amount,
    l.limit_amount - l.billed_before
        - coalesce(sum(m.billed_amount + m.drafted_amount + m.reserved_amount), 0) as available_amount, l.short
from ${tables}.funding_limit l
left join ${tables}.funding_movement m on m.contract_id = l.contract_id
    and case l.kind when 'LINE' then m.line_no = l.line_no when 'PO' then m.po_number = l.po_number else true end
group by l.funding_id, l.limit_id;
comment on view funding is 'Limits of contracts and purchase orders, and what of them is taken (R3)';
comment on column funding.entity_id is 'seller, legal-entity:<code>';
comment on column funding.contract_id is 'contract:<key>';
comment on column funding.limit_id is 'line-<number>, contract or po-<number of the order>';
comment on column funding.kind is 'LINE, CONTRACT or PO';
comment on column funding.line_no is 'contract line; null unless LINE';
comment on column funding.po_number is 'purchase order; null unless PO';
comment on column funding.ordinal is 'order in which the limits were set; orders are drawn in it';
comment on column funding.currency is 'ISO 4217';
comment on column funding.limit_amount is 'most that may be billed, net of tax; null means no limit';
comment on column funding.billed_amount is 'billed within it, net of credits';
comment on column funding.drafted_amount is 'on drafts within it';
comment on column funding.reserved_amount is 'reserved within it and on no draft';
comment on column funding.available_amount is 'limit - net billed - committed; below 0 after the limit was lowered; null means no limit';
comment on column funding.short is 'whether work waits for it';

create view over_limit as
select legal_entity_id as entity_id, max(customer_id) as customer_id, contract_id, max(project_id) as project_id, line_no,
    source_id, max(service_date) as service_date, sum(over_limit_amount) as over_limit_amount,
    sum(reserved_amount) as reserved_amount, (array_agg(short_of order by position desc, leg))[1] as limit_id,
    (array_agg(rank order by position desc, leg) filter (where rank is not null))[1] as rank, currency
from ${tables}.funding_movement
where source_id is not null
group by legal_entity_id, contract_id, line_no, source_id, currency
having sum(over_limit_amount) <> 0;
comment on view over_limit is 'Approved work over a limit, one by one (R3)';
comment on column over_limit.entity_id is 'seller, legal-entity:<code>';
comment on column over_limit.customer_id is 'buyer, customer:<code>';
comment on column over_limit.contract_id is 'contract:<key>';
comment on column over_limit.project_id is 'project:<key>';
comment on column over_limit.line_no is 'contract line that pays';
comment on column over_limit.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column over_limit.service_date is 'day of work or acceptance';
comment on column over_limit.over_limit_amount is 'held back';
comment on column over_limit.reserved_amount is 'reserved all the same';
comment on column over_limit.limit_id is 'the limit that holds it back';
comment on column over_limit.rank is 'place in the queue';
comment on column over_limit.currency is 'ISO 4217';
