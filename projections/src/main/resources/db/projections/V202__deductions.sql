-- What payers do not pay of their invoices, and which invoices they contest.

create table invoice_deduction (
    invoice_id      text not null,
    deduction_id    text not null,
    legal_entity_id text,
    customer_id     text,
    kind            text not null,
    status          text not null,
    amount          numeric(19,4) not null,
    back_amount     numeric(19,4) not null,
    net_amount      numeric(19,4),
    tax_amount      numeric(19,4),
    currency        text not null,
    value_date      date,
    reason          text not null,
    proposed_by     text,
    taken_by        text,
    receipt_id      text,
    certificate     text,
    certified_on    date,
    position        bigint not null,
    primary key (invoice_id, deduction_id)
);
create index invoice_deduction_customer_id_idx on invoice_deduction (customer_id);
comment on table invoice_deduction is 'What payers do not pay: withheld, small rests, discounts and bad debts';
comment on column invoice_deduction.invoice_id is 'invoice:<uuid>';
comment on column invoice_deduction.deduction_id is 'key within the invoice';
comment on column invoice_deduction.legal_entity_id is 'seller, legal-entity:<code>; null while it is proposed';
comment on column invoice_deduction.customer_id is 'payer, customer:<code>; null while it is proposed';
comment on column invoice_deduction.kind is 'WITHHOLDING, SMALL_REST, CASH_DISCOUNT or BAD_DEBT';
comment on column invoice_deduction.status is
    'proposed; standing: withheld, and no certificate yet; certified; taken; or taken back: all of it';
comment on column invoice_deduction.amount is 'so much of the invoice, tax included';
comment on column invoice_deduction.back_amount is 'what of it is off the invoice again, with its money or since a credit met it';
comment on column invoice_deduction.net_amount is 'of it, what is no tax; null while it is proposed';
comment on column invoice_deduction.tax_amount is 'by how much the tax is lower; 0 where it stays, null while it is proposed';
comment on column invoice_deduction.currency is 'ISO 4217';
comment on column invoice_deduction.value_date is 'day it counts for; null while it is proposed';
comment on column invoice_deduction.reason is 'why';
comment on column invoice_deduction.proposed_by is 'who proposed a bad debt, issuer|subject';
comment on column invoice_deduction.taken_by is 'who decided, issuer|subject; a process for a policy';
comment on column invoice_deduction.receipt_id is 'money that it came with, receipt:<key>; null when it stands alone';
comment on column invoice_deduction.certificate is 'number of the certificate of what was withheld';
comment on column invoice_deduction.certified_on is 'day of the certificate';
comment on column invoice_deduction.position is 'place in the log of the last event folded into the row';

alter table open_item add column disputed_since date, add column dispute_reason text;
comment on column open_item.disputed_since is 'day since which the payer contests the invoice; null when it does not';
comment on column open_item.dispute_reason is 'why; null when it does not';
comment on column receivable_movement.kind is
    'issued, credited, applied, taken back, on account, withheld, small rest, cash discount, written off, set against, set off or paid out';
comment on column invoice.status is
    'drafted, approved, staged, issued, posted, paid, credited (in full), written off (what was left of it), discarded or refused';
