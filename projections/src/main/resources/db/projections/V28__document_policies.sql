-- How documents of a contract go out and are paid, and what the amount to pay is rounded by.

alter table contract add column e_invoice text not null default 'WANTED', add column payable_step numeric(19,4);
comment on column contract.e_invoice is 'whether documents go out by EN 16931: WANTED, REQUIRED or NONE';
comment on column contract.payable_step is 'amounts to pay are rounded to multiples of it; null means not';

alter table invoice
    add column rounding_amount        numeric(19,4) not null default 0,
    add column entity_rounding_amount numeric(19,4);
comment on column invoice.rounding_amount is 'added to the gross it is what the buyer pays (BT-114)';
comment on column invoice.entity_rounding_amount is 'the rounding in the book currency; null when the invoice is in it, or nothing is rounded';

alter table credit_note
    add column rounding_amount        numeric(19,4) not null default 0,
    add column entity_rounding_amount numeric(19,4);
comment on column credit_note.rounding_amount is 'added to the gross it is what the buyer has back (BT-114)';
comment on column credit_note.entity_rounding_amount is 'the rounding in the book currency; null when the credit note is in it, or nothing is rounded';
