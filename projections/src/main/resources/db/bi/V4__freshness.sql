-- The positions of the views are kept by segment now. Placeholder tables: the schema of the private tables.

create or replace view freshness as
select v.name as projection, s.position as event_position, s.updated_at
from ${tables}.followed_view v
cross join (select min(position) as position, max(updated_at) as updated_at from ${tables}.segment) s;

drop table ${tables}.token;
