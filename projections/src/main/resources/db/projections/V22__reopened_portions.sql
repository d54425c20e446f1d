-- What of a credited portion is billed again, so that each payer has back what came back from it.

alter table work_portion
    add column reopened_seconds integer not null default 0,
    add column reopened_amount numeric(19,4) not null default 0;
update work_portion p set reopened_seconds = m.seconds, reopened_amount = m.amount
from (
    select source_id, portion_no, sum(seconds) as seconds, sum(ready_amount) as amount
    from wip_movement where kind = 'reopened' group by source_id, portion_no
) m
where m.source_id = p.source_id and m.portion_no = p.portion_no;
comment on column work_portion.reopened_seconds is 'of what is credited, time that is unbilled again; 0 for items';
comment on column work_portion.reopened_amount is 'of what is credited, unbilled again';
