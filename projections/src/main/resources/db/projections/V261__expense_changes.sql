-- What becomes of an expense after its approval.

alter table expense
    add column refunded_amount numeric(19,4),
    add column proposed_credit numeric(19,4),
    add column withdrawal text,
    add column moved_from text,
    add column moved_to text;
comment on column expense.status is
    'recorded, submitted, approved, rejected, costed, priced, drafted, billed, credited, written off, withdrawn or moved';
comment on column expense.refunded_amount is 'what the supplier gave back with tax, in the receipt''s currency; null when nothing';
comment on column expense.proposed_credit is 'net of what is billed too much, in the contract''s currency; null when no credit is proposed';
comment on column expense.moved_from is 'the expense that it was before it moved here, expense:<uuid>; null unless it did';
comment on column expense.moved_to is 'the expense that it is now, expense:<uuid>; null unless it was moved';
comment on column expense.withdrawal is 'why it was withdrawn; null unless it was';
