-- What is open between the firm and its customers, either way, by document.

create table open_item (
    item_id         text not null primary key,
    document_id     text not null,
    invoice_id      text not null,
    number          text,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    issue_date      date not null,
    due_date        date not null,
    gross_amount    numeric(19,4) not null,
    open_amount     numeric(19,4) not null,
    currency        text not null,
    position        bigint not null
);
create index open_item_customer_id_idx on open_item (customer_id) where open_amount <> 0;
create index open_item_due_date_idx on open_item (due_date) where open_amount <> 0;
comment on table open_item is 'Documents and what is open of them: above 0 customers owe it, below 0 it is owed to them';
comment on column open_item.item_id is 'invoice:<uuid>, or customer-credit:<uuid> of what is owed to a customer';
comment on column open_item.invoice_id is 'invoice that it is about, invoice:<uuid>';
comment on column open_item.document_id is 'the invoice itself, or a credit note of it';
comment on column open_item.number is 'as printed';
comment on column open_item.legal_entity_id is 'seller, legal-entity:<code>';
comment on column open_item.customer_id is 'payer, customer:<code>';
comment on column open_item.contract_id is 'contract:<key>';
comment on column open_item.issue_date is 'day of the document';
comment on column open_item.due_date is 'day by which it is to be paid; of a credit its issue date';
comment on column open_item.gross_amount is 'what the document asks to pay, rounded as it is paid; below 0 of a credit';
comment on column open_item.open_amount is 'not paid, credited or set off; below 0 owed to the customer';
comment on column open_item.currency is 'ISO 4217';
comment on column open_item.position is 'place in the log of the last event folded into the row';

comment on column receivable_movement.kind is
    'issued, credited, applied, set against, set off, paid out or written off';
