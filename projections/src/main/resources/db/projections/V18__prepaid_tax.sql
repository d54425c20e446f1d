-- What was paid ahead is counted off at the tax of the prepayment's own day.

alter table invoice_line add column tax_day date;
comment on column invoice_line.tax_day is 'day that decides its rates, that of the prepayment which it counts off; null means the service date';
