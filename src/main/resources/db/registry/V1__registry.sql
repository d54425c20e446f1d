-- Schemas by id. Rows are never changed or removed: topics name their ids for ever.
create table registered_schema (
    id            integer primary key check (id > 0),
    fingerprint   bytea not null unique, -- SHA-256 of text and references
    schema_text   text not null,
    registered_at timestamptz not null default now()
);

-- Which version of which subject a schema builds upon.
create table schema_reference (
    schema_id       integer not null references registered_schema,
    ordinal         integer not null,
    name            text not null,
    subject         text collate "C" not null,
    version         integer not null,
    primary key (schema_id, ordinal)
);
create index schema_reference_target on schema_reference (subject, version);

create table subject_version (
    subject   text collate "C" not null,
    version   integer not null check (version > 0),
    schema_id integer not null references registered_schema,
    deleted   boolean not null default false,
    primary key (subject, version)
);
create index subject_version_schema on subject_version (schema_id);

-- The empty subject stands for the whole registry.
create table compatibility_level (
    subject text collate "C" primary key,
    level   text not null
);
insert into compatibility_level values ('', 'BACKWARD_TRANSITIVE');

create table registry_mode (
    subject text collate "C" primary key,
    mode    text not null
);
insert into registry_mode values ('', 'READWRITE');
