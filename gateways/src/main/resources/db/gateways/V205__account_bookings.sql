-- What changes customers' accounts beside documents and refunds is told to the ERP.

alter table delivery drop constraint delivery_kind_check;
alter table delivery add constraint delivery_kind_check check (kind in
    ('ENSURE_CUSTOMER', 'ENSURE_PROJECT', 'STAGE_INVOICE', 'COMMIT_INVOICE', 'PAY_OUT', 'BOOK_ACCOUNT'));
