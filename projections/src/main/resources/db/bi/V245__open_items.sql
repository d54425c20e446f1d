-- What is open between the firm and its customers, for readers; with it a statement of account can be proved.

create view fact_open_item as
select item_id, position as event_position, document_id, invoice_id, number, legal_entity_id as entity_id, customer_id,
    contract_id, issue_date, due_date, gross_amount, open_amount, currency, disputed_since as disputed_since_date
from ${tables}.open_item;
comment on view fact_open_item is 'Documents and money on account, and what is open of them: above 0 customers owe it, below 0 it is owed to them';
comment on column fact_open_item.item_id is
    'invoice:<uuid>, customer-credit:<uuid> of what is owed to a customer, or receipt:<key> of money on account';
comment on column fact_open_item.event_position is 'place in the log of its last event';
comment on column fact_open_item.document_id is 'the invoice itself, a credit note of it, or receipt:<key>';
comment on column fact_open_item.invoice_id is 'invoice that it is about, invoice:<uuid>; null of money on account';
comment on column fact_open_item.number is 'as printed; null of money on account';
comment on column fact_open_item.entity_id is 'seller, legal-entity:<code>';
comment on column fact_open_item.customer_id is 'payer that it was recorded for, customer:<code>; who lives on for it is in dim_customer';
comment on column fact_open_item.contract_id is 'contract:<key>; null of money on account';
comment on column fact_open_item.issue_date is 'day of the document; day the money counts';
comment on column fact_open_item.due_date is 'day by which it is to be paid; of a credit or money its own day';
comment on column fact_open_item.gross_amount is 'what the document asks to pay, rounded as it is paid; below 0 of a credit and of money';
comment on column fact_open_item.open_amount is 'not paid, credited, deducted or set off; below 0 owed to the customer';
comment on column fact_open_item.currency is 'ISO 4217';
comment on column fact_open_item.disputed_since_date is 'day since which the payer contests the invoice; null when it does not';

comment on column fact_receivable_movement.kind is
    'issued, credited, applied, taken back, on account, refunded, withheld, small rest, cash discount, written off, set against, set off or paid out';
