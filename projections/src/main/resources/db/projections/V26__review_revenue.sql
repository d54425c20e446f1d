-- What review wrote up or down is revenue, from the issue on. Closes of before did not count it.

alter table billing_movement add column review_amount numeric(19,4) not null default 0;
comment on column billing_movement.review_amount is 'part of the net that review wrote up (above 0) or down (below 0), with the sign of the movement';
update billing_movement b set review_amount = l.adjustment_amount
from invoice_line l
where b.kind = 'issued' and l.invoice_id = b.invoice_id and l.line_no = b.invoice_line_no and l.adjustment_amount <> 0;
update billing_movement b set review_amount = l.source_amount - l.net_amount
from credit_note_line l
where b.kind = 'credited' and l.credit_note_id = b.credit_note_id and l.line_no::text = b.leg and l.net_amount <> l.source_amount;
create index billing_movement_reviewed_contract_id_idx on billing_movement (contract_id) where review_amount <> 0;

alter table accounting_period add column reviews_counted boolean not null default false;
comment on column accounting_period.reviews_counted is 'whether the last close counted what review wrote up or down as revenue';
