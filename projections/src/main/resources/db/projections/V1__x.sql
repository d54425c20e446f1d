create table token (name text primary key, position bigint not null);
