-- How far the views have come, by segment of the streams, and how they were rebuilt.

create table segment (
    no         smallint not null,
    position   bigint not null,
    updated_at timestamptz not null,
    primary key (no)
);
comment on table segment is 'How far the views have come: every stream belongs to one of 16 segments';
comment on column segment.no is 'hash of the stream''s key, 0..15';
comment on column segment.position is 'place in the log of the last event of the segment that was folded or parked';
comment on column segment.updated_at is 'when the position last moved, by the database''s clock';

create table followed_view (
    name      text not null,
    joined_at timestamptz not null,
    primary key (name)
);
comment on table followed_view is 'Views that the positions of the segments hold for';
comment on column followed_view.name is 'the projection';
comment on column followed_view.joined_at is 'since when, by the database''s clock';

-- A projection behind the others joins like a new one: it is folded up to them first.
insert into segment (no, position, updated_at)
select no, coalesce((select max(position) from token), 0), now() from generate_series(0, 15) no;
insert into followed_view (name, joined_at)
select name, now() from token where position = (select max(position) from token);

create table view_generation (
    view        text not null,
    generation  integer not null,
    state       text not null,
    position    bigint not null,
    started_by  text not null,
    started_at  timestamptz not null,
    switched_at timestamptz,
    primary key (view, generation)
);
comment on table view_generation is 'Which make of each view serves, and which is kept for a return';
comment on column view_generation.view is 'the projection, or all';
comment on column view_generation.generation is 'counts the makes, from 1: the one that nobody rebuilt';
comment on column view_generation.state is 'building, serving, former or dropped';
comment on column view_generation.position is 'place in the log up to which it was folded when the state last changed';
comment on column view_generation.started_by is 'who asked for it, issuer|subject';
comment on column view_generation.started_at is 'when it was asked for, by the database''s clock';
comment on column view_generation.switched_at is 'when the state last changed from or to serving; null before';

create table rebuild (
    id           text not null,
    view         text not null,
    kind         text not null,
    compare      boolean not null,
    state        text not null,
    generation   integer not null,
    requested_by text not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    outcome      text,
    primary key (id)
);
create unique index rebuild_one_at_a_time on rebuild (state) where state = 'running';
comment on table rebuild is 'Rebuilds that somebody asked for; at most one runs';
comment on column rebuild.id is 'UUID';
comment on column rebuild.view is 'the projection, or all';
comment on column rebuild.kind is 'build, dry-run or rollback';
comment on column rebuild.compare is 'whether old and new rows are compared before the switch';
comment on column rebuild.state is 'running, done or failed';
comment on column rebuild.generation is 'the generation that it makes or returns to';
comment on column rebuild.requested_by is 'who asked, issuer|subject';
comment on column rebuild.requested_at is 'by the database''s clock';
comment on column rebuild.finished_at is 'by the database''s clock; null while it runs';
comment on column rebuild.outcome is 'what was found, JSON; the reason when it failed; null while it runs';
