-- Lines of one code may have several rates on one invoice, by their days: each is a row of its own.

alter table invoice_tax add column row_no integer not null default 1, add column days text not null default '';
alter table invoice_tax drop constraint invoice_tax_pkey, add primary key (invoice_id, code, row_no);
comment on column invoice_tax.row_no is 'from 1 within the code, by the days of its lines';
comment on column invoice_tax.days is 'days whose lines the row taxes, comma separated; empty means all lines with the code';

alter table invoice_line add column tax_day date;
comment on column invoice_line.tax_day is 'day that decides its rates, that of the prepayment which it counts off; null means the service date';

alter table credit_note_tax add column days text not null default '';
comment on column credit_note_tax.days is 'days whose lines the row taxes, comma separated; empty means all lines with the code';
