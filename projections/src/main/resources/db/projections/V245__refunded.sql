-- Money that is paid back to its payer is told as that.

comment on column receivable_movement.kind is
    'issued, credited, applied, taken back, on account, refunded, withheld, small rest, cash discount, written off, set against, set off or paid out';
