-- What payers do not pay, for readers.

comment on column fact_receivable_movement.kind is
    'issued, credited, applied, taken back, on account, withheld, small rest, cash discount, written off, set against, set off or paid out';

comment on column fact_invoice_lifecycle.status is
    'drafted, approved, staged, issued, posted, paid, credited (in full), written off (what was left of it), discarded or refused';
comment on column fact_invoice_lifecycle.open_amount is 'issued and neither paid, credited nor deducted';

create view fact_invoice_deduction as
select invoice_id, deduction_id, position as event_position, legal_entity_id as entity_id, customer_id, kind, status,
    value_date, amount, back_amount, net_amount, tax_amount, currency, receipt_id, certificate, certified_on as certified_date
from ${tables}.invoice_deduction;
comment on view fact_invoice_deduction is 'What payers do not pay of their invoices: withheld, small rests, discounts and bad debts';
comment on column fact_invoice_deduction.invoice_id is 'invoice:<uuid>';
comment on column fact_invoice_deduction.deduction_id is 'key within the invoice';
comment on column fact_invoice_deduction.event_position is 'place in the log of its last event';
comment on column fact_invoice_deduction.entity_id is 'seller, legal-entity:<code>; null while it is proposed';
comment on column fact_invoice_deduction.customer_id is 'payer, customer:<code>; null while it is proposed';
comment on column fact_invoice_deduction.kind is 'WITHHOLDING, SMALL_REST, CASH_DISCOUNT or BAD_DEBT';
comment on column fact_invoice_deduction.status is
    'proposed; standing: withheld, and no certificate yet; certified; taken; or taken back: all of it';
comment on column fact_invoice_deduction.value_date is 'day it counts for; null while it is proposed';
comment on column fact_invoice_deduction.amount is 'so much of the invoice, tax included';
comment on column fact_invoice_deduction.back_amount is 'what of it is off the invoice again, with its money or since a credit met it';
comment on column fact_invoice_deduction.net_amount is 'of it, what is no tax; null while it is proposed';
comment on column fact_invoice_deduction.tax_amount is 'by how much the tax is lower; 0 where it stays, null while it is proposed';
comment on column fact_invoice_deduction.currency is 'ISO 4217';
comment on column fact_invoice_deduction.receipt_id is 'money that it came with, receipt:<key>; null when it stands alone';
comment on column fact_invoice_deduction.certificate is 'number of the certificate of what was withheld';
comment on column fact_invoice_deduction.certified_date is 'day of the certificate';
