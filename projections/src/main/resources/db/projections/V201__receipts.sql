-- Money that came in, what became of each part of it, and what of it is on account.

create table receipt (
    receipt_id      text not null primary key,
    source          text not null,
    source_id       text not null,
    legal_entity_id text,
    customer_id     text,
    received_amount numeric(19,4) not null,
    applied_amount  numeric(19,4) not null,
    refunded_amount numeric(19,4) not null,
    left_amount     numeric(19,4) not null,
    currency        text not null,
    value_date      date not null,
    status          text not null,
    payer           text,
    text            text,
    received_by     text,
    sent_back_on    date,
    reason          text,
    position        bigint not null
);
create index receipt_left_idx on receipt (legal_entity_id, customer_id, currency) where left_amount <> 0;
create index receipt_source_idx on receipt (source, source_id);
create index receipt_received_idx on receipt (legal_entity_id, currency, received_amount);
comment on table receipt is 'Money that came in; received = applied + refunded + left, unless it was sent back';
comment on column receipt.receipt_id is 'receipt:<key>';
comment on column receipt.source is 'system that told';
comment on column receipt.source_id is 'identifier there';
comment on column receipt.legal_entity_id is 'whose account, legal-entity:<code>; null while nobody knows';
comment on column receipt.customer_id is 'whose money, customer:<code>; null while nobody knows';
comment on column receipt.received_amount is 'what came in';
comment on column receipt.applied_amount is 'set against invoices now';
comment on column receipt.refunded_amount is 'paid back to the payer';
comment on column receipt.left_amount is 'on account';
comment on column receipt.currency is 'ISO 4217';
comment on column receipt.value_date is 'day the money counts';
comment on column receipt.status is 'on account, applied in part, applied, refunded or sent back';
comment on column receipt.payer is 'who paid, as the source tells it';
comment on column receipt.text is 'what the payer wrote';
comment on column receipt.received_by is 'who told, issuer|subject; null when a system did';
comment on column receipt.sent_back_on is 'day the bank took it back; null otherwise';
comment on column receipt.reason is 'why it was sent back or refunded last';
comment on column receipt.position is 'place in the log of the last event folded into the row';

create table receipt_part (
    receipt_id  text not null,
    part_id     text not null,
    kind        text not null,
    invoice_id  text,
    amount      numeric(19,4) not null,
    currency    text not null,
    value_date  date not null,
    how         text,
    done_by     text not null,
    status      text not null,
    undone_on   date,
    reason      text,
    position    bigint not null,
    primary key (receipt_id, part_id)
);
create index receipt_part_invoice_id_idx on receipt_part (invoice_id);
comment on table receipt_part is 'What became of each part of money that came in';
comment on column receipt_part.receipt_id is 'receipt:<key>';
comment on column receipt_part.part_id is 'key of the application, or refund/<key of the refund>';
comment on column receipt_part.kind is 'application or refund';
comment on column receipt_part.invoice_id is 'invoice:<uuid>; null of a refund';
comment on column receipt_part.amount is 'so much of the money';
comment on column receipt_part.currency is 'ISO 4217';
comment on column receipt_part.value_date is 'day it counts for';
comment on column receipt_part.how is 'NAMED, OLDEST_FIRST or BY_HAND; null of a refund';
comment on column receipt_part.done_by is 'who, issuer|subject';
comment on column receipt_part.status is 'live or taken back';
comment on column receipt_part.undone_on is 'day it was taken back; null otherwise';
comment on column receipt_part.reason is 'why it was taken back, or refunded';
comment on column receipt_part.position is 'place in the log of the last event folded into the row';

-- Money on account belongs to a customer and to no contract.
alter table receivable_movement alter column contract_id drop not null;
comment on column receivable_movement.contract_id is 'contract:<key>; null of money on account';
comment on column receivable_movement.document_id is 'invoice:<uuid> or credit-note:<uuid>; receipt:<key> of money on account';
comment on column receivable_movement.kind is
    'issued, credited, applied, taken back, on account, set against, set off, paid out or written off';

-- It is an open item too, below 0, as soon as it is known whose it is.
alter table open_item alter column invoice_id drop not null;
alter table open_item alter column contract_id drop not null;
comment on column open_item.item_id is
    'invoice:<uuid>, customer-credit:<uuid> of what is owed to a customer, or receipt:<key> of money on account';
comment on column open_item.document_id is 'the invoice itself, a credit note of it, or receipt:<key>';
comment on column open_item.invoice_id is 'invoice that it is about, invoice:<uuid>; null of money on account';
comment on column open_item.contract_id is 'contract:<key>; null of money on account';
comment on column open_item.issue_date is 'day of the document; day the money counts';
comment on column open_item.due_date is 'day by which it is to be paid; of a credit or money its own day';

comment on column cash_movement.kind is 'applied or taken back';
