-- How a contract wants time on its invoices.

alter table contract add column invoice_lines text not null default 'EACH';
comment on column contract.invoice_lines is 'time on its invoices: EACH entry a line, or together by PERSON, TASK or DAY';
