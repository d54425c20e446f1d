-- What was written and could not be read back: what is owed to customers and where it went, policies, and disputes.

create table customer_credit (
    customer_credit_id text not null primary key,
    document_id        text not null,
    number             text not null,
    invoice_id         text not null,
    legal_entity_id    text not null,
    customer_id        text not null,
    contract_id        text not null,
    amount             numeric(19,4) not null,
    left_amount        numeric(19,4) not null,
    currency           text not null,
    issue_date         date not null,
    position           bigint not null
);
create index customer_credit_customer_id_idx on customer_credit (customer_id);
comment on table customer_credit is 'What documents owe to their customers, and what of it is left';
comment on column customer_credit.customer_credit_id is 'customer-credit:<uuid>';
comment on column customer_credit.document_id is 'credit-note:<uuid>, or an invoice below 0';
comment on column customer_credit.number is 'of the document, as printed';
comment on column customer_credit.invoice_id is 'the invoice that it is about, invoice:<uuid>';
comment on column customer_credit.legal_entity_id is 'seller, legal-entity:<code>';
comment on column customer_credit.customer_id is 'payer, customer:<code>';
comment on column customer_credit.contract_id is 'contract:<key>';
comment on column customer_credit.amount is 'owed, above 0';
comment on column customer_credit.left_amount is 'neither set against an invoice nor paid out';
comment on column customer_credit.currency is 'ISO 4217';
comment on column customer_credit.issue_date is 'of the document';
comment on column customer_credit.position is 'place in the log of the last event folded into the row';

create table customer_credit_part (
    customer_credit_id text not null,
    part_id            text not null,
    kind               text not null,
    status             text not null,
    to_invoice_id      text,
    amount             numeric(19,4) not null,
    currency           text not null,
    value_date         date not null,
    reason             text,
    done_by            text not null,
    position           bigint not null,
    primary key (customer_credit_id, part_id)
);
comment on table customer_credit_part is 'Where what is owed to customers went';
comment on column customer_credit_part.customer_credit_id is 'customer-credit:<uuid>';
comment on column customer_credit_part.part_id is 'key of the assignment, or refund/ and that of the refund';
comment on column customer_credit_part.kind is 'assignment or refund';
comment on column customer_credit_part.status is 'live, or returned: the other invoice did not take it';
comment on column customer_credit_part.to_invoice_id is 'invoice that it is set against, invoice:<uuid>; null of a refund';
comment on column customer_credit_part.amount is 'above 0';
comment on column customer_credit_part.currency is 'ISO 4217';
comment on column customer_credit_part.value_date is 'day it counts for';
comment on column customer_credit_part.reason is 'why it was paid out or not taken; null otherwise';
comment on column customer_credit_part.done_by is 'who decided, issuer|subject';
comment on column customer_credit_part.position is 'place in the log of the last event folded into the row';

create table receivable_policy (
    receivable_policy_id text not null,
    legal_entity_id      text not null,
    from_date            date not null,
    application          text not null,
    small_rest           numeric(19,4),
    currency             text,
    discount_rate        numeric(9,6),
    discount_days        integer,
    bad_debt_tax         text not null,
    set_by               text not null,
    position             bigint not null,
    primary key (receivable_policy_id, from_date)
);
comment on table receivable_policy is 'How companies treat money that comes in, from a day on';
comment on column receivable_policy.receivable_policy_id is 'receivable-policy:<code of the company>';
comment on column receivable_policy.legal_entity_id is 'legal-entity:<code>';
comment on column receivable_policy.from_date is 'first day';
comment on column receivable_policy.application is 'where money goes that names no invoice: OLDEST_FIRST or NONE';
comment on column receivable_policy.small_rest is 'what is written off of a rest at most; null means never';
comment on column receivable_policy.currency is 'of small_rest, ISO 4217; null without one';
comment on column receivable_policy.discount_rate is 'cash discount, part of the invoice; null means none';
comment on column receivable_policy.discount_days is 'days from the issue date; null without a discount';
comment on column receivable_policy.bad_debt_tax is 'what becomes of the tax of a bad debt: KEPT or LOWERED';
comment on column receivable_policy.set_by is 'who, issuer|subject';
comment on column receivable_policy.position is 'place in the log of the last event folded into the row';

create table invoice_dispute (
    invoice_id        text not null,
    disputed_on       date not null,
    dispute_reason    text not null,
    disputed_by       text not null,
    settled_on        date,
    settlement_reason text,
    settled_by        text,
    position          bigint not null,
    primary key (invoice_id)
);
comment on table invoice_dispute is 'Last dispute of each invoice that its payer contested';
comment on column invoice_dispute.invoice_id is 'invoice:<uuid>';
comment on column invoice_dispute.disputed_on is 'day since which it is contested';
comment on column invoice_dispute.dispute_reason is 'why it is contested';
comment on column invoice_dispute.disputed_by is 'who noted it, issuer|subject';
comment on column invoice_dispute.settled_on is 'day it was settled; null while it is not';
comment on column invoice_dispute.settlement_reason is 'how it was settled; null while it is not';
comment on column invoice_dispute.settled_by is 'who settled it, issuer|subject; null while it is not';
comment on column invoice_dispute.position is 'place in the log of the last event folded into the row';
