-- What a row of tax is, since lines of one code may meet several rates.

comment on view fact_invoice_tax is 'Tax of invoices, one row per code, category, rate and reason: a code whose lines met several rates has several';
