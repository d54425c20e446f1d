-- Credit notes in the seller's book currency, at the booking rate of their invoice.

alter table credit_note
    add column entity_currency     text,
    add column entity_net_amount   numeric(19,4),
    add column entity_tax_amount   numeric(19,4),
    add column entity_gross_amount numeric(19,4),
    add column fx_base             text,
    add column fx_quote            text,
    add column fx_rate             numeric(19,10),
    add column fx_from_date        date,
    add column fx_source           text;
comment on column credit_note.entity_currency is 'the seller''s book currency (BT-6); null when the credit note is in it';
comment on column credit_note.entity_net_amount is 'net in the book currency; null when the credit note is in it';
comment on column credit_note.entity_tax_amount is 'tax in the book currency (BT-111); null when the credit note is in it';
comment on column credit_note.entity_gross_amount is 'net and tax in the book currency; null when the credit note is in it';
comment on column credit_note.fx_base is 'booking rate of the invoice: one unit of this; null when there is none';
comment on column credit_note.fx_quote is 'booking rate: is worth that many of this; null when there is none';
comment on column credit_note.fx_rate is 'booking rate: units of the quote for one of the base; null when there is none';
comment on column credit_note.fx_from_date is 'first day of the booking rate''s row; null when there is none';
comment on column credit_note.fx_source is 'who published the booking rate; null when there is none';
