-- What review writes up is held of the limits; what is over one is found by its source.

comment on column funding_movement.kind is 'reserved, refused, released, drafted, raised, undrafted, billed or restored';
create index funding_movement_over_limit_idx on funding_movement (source_id) where over_limit_amount <> 0;
