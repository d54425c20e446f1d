-- Retainers and the kinds of cost. Placeholder tables: the schema of the private tables.

create view fact_retainer_movement as
select event_id, leg, position as event_position, recorded_at, retainer_id, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, document_id, kind, service_date, accounting_date, balance_amount, currency, rule_version
from ${tables}.retainer_movement;
comment on view fact_retainer_movement is 'Balances of retainers, signed';
comment on column fact_retainer_movement.event_id is 'the event that moved it, UUID';
comment on column fact_retainer_movement.leg is 'distinguishes the rows of one event';
comment on column fact_retainer_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_retainer_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_retainer_movement.retainer_id is 'retainer:<uuid>';
comment on column fact_retainer_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_retainer_movement.customer_id is 'buyer, customer:<code>';
comment on column fact_retainer_movement.contract_id is 'contract:<key>';
comment on column fact_retainer_movement.project_id is 'project:<key>';
comment on column fact_retainer_movement.line_no is 'contract line';
comment on column fact_retainer_movement.document_id is 'invoice or credit note; null when it expired';
comment on column fact_retainer_movement.kind is 'invoiced, drawn, restored or expired';
comment on column fact_retainer_movement.service_date is 'day it counts for';
comment on column fact_retainer_movement.accounting_date is 'day it counts for in the books';
comment on column fact_retainer_movement.balance_amount is 'change of the balance';
comment on column fact_retainer_movement.currency is 'ISO 4217';
comment on column fact_retainer_movement.rule_version is 'version of the money rules used';

create view retainer_liability as
select legal_entity_id as entity_id, customer_id, contract_id, line_no, currency, sum(balance_amount) as liability_amount
from ${tables}.retainer_movement
group by legal_entity_id, customer_id, contract_id, line_no, currency;
comment on view retainer_liability is 'What customers paid ahead and have not used';
comment on column retainer_liability.entity_id is 'seller, legal-entity:<code>';
comment on column retainer_liability.customer_id is 'buyer, customer:<code>';
comment on column retainer_liability.contract_id is 'contract:<key>';
comment on column retainer_liability.line_no is 'contract line';
comment on column retainer_liability.currency is 'ISO 4217';
comment on column retainer_liability.liability_amount is 'balance of the retainer';

create view cost_by_kind as
select legal_entity_id as entity_id, customer_id, contract_id, project_id, currency, accounting_date,
    coalesce(sum(cost_amount) filter (where kind = 'time'), 0) as labour_amount,
    coalesce(sum(cost_amount) filter (where kind = 'subcontract'), 0) as subcontract_amount,
    coalesce(sum(cost_amount) filter (where kind = 'expense'), 0) as expense_amount,
    sum(cost_amount) as cost_amount
from ${tables}.cost_movement
group by legal_entity_id, customer_id, contract_id, project_id, currency, accounting_date;
comment on view cost_by_kind is 'Cost of the margin (R10) by kind and day';
comment on column cost_by_kind.entity_id is 'seller, legal-entity:<code>';
comment on column cost_by_kind.customer_id is 'buyer, customer:<code>';
comment on column cost_by_kind.contract_id is 'contract:<key>';
comment on column cost_by_kind.project_id is 'project:<key>';
comment on column cost_by_kind.currency is 'ISO 4217';
comment on column cost_by_kind.accounting_date is 'day it counts for in the books';
comment on column cost_by_kind.labour_amount is 'employees'' worked time at the cost rate of its day';
comment on column cost_by_kind.subcontract_amount is 'subcontractors'' time at the purchase rate of its day';
comment on column cost_by_kind.expense_amount is 'expenses less recoverable tax';
comment on column cost_by_kind.cost_amount is 'sum of the kinds';

comment on column fact_cost_movement.kind is 'time, subcontract or expense';
comment on column fact_cost_movement.time_entry_id is 'time-entry:<uuid>; null for expenses';
comment on column unbilled_source.source_kind is 'time, milestone, instalment, unit_delivery, retainer, progress or expense';
comment on column unbilled_source.source_id is 'time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>';
