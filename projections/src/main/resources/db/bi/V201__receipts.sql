-- What is new in the movements that readers know.

comment on column fact_receivable_movement.contract_id is 'contract:<key>; null of money on account';
comment on column fact_receivable_movement.document_id is
    'invoice:<uuid> or credit-note:<uuid>; receipt:<key> of money on account';
comment on column fact_receivable_movement.kind is
    'issued, credited, applied, taken back, on account, set against, set off, paid out or written off';
comment on column fact_cash_movement.kind is 'applied or taken back';

create view fact_receipt as
select receipt_id, position as event_position, legal_entity_id as entity_id, customer_id, source, source_id, value_date,
    status, received_amount, applied_amount, refunded_amount, left_amount, currency, sent_back_on as sent_back_date
from ${tables}.receipt;
comment on view fact_receipt is 'Money that came in and where it is';
comment on column fact_receipt.receipt_id is 'receipt:<key>';
comment on column fact_receipt.event_position is 'place in the log of its last event';
comment on column fact_receipt.entity_id is 'whose account, legal-entity:<code>; null while nobody knows';
comment on column fact_receipt.customer_id is 'whose money, customer:<code>; null while nobody knows';
comment on column fact_receipt.source is 'system that told';
comment on column fact_receipt.source_id is 'identifier there';
comment on column fact_receipt.value_date is 'day the money counts';
comment on column fact_receipt.status is 'on account, applied in part, applied, refunded or sent back';
comment on column fact_receipt.received_amount is 'what came in';
comment on column fact_receipt.applied_amount is 'set against invoices now';
comment on column fact_receipt.refunded_amount is 'paid back to the payer';
comment on column fact_receipt.left_amount is 'on account';
comment on column fact_receipt.currency is 'ISO 4217';
comment on column fact_receipt.sent_back_date is 'day the bank took it back; null otherwise';
