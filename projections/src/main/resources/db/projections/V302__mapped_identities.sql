-- Logins, and whoever else each of them is: rules that ask for a second person take all of them for one.

create table mapped_identity (
    identity_id text not null,
    issuer      text not null,
    subject     text not null,
    name        text not null,
    position    bigint not null,
    primary key (identity_id, name)
);
comment on table mapped_identity is 'Who a login is besides: a name that somebody acted by without one, or a person';
comment on column mapped_identity.identity_id is 'identity:<hash of issuer and subject>';
comment on column mapped_identity.issuer is 'of the login, as tokens name it';
comment on column mapped_identity.subject is 'of the login, as tokens name it';
comment on column mapped_identity.name is 'local|<name> as it stands in events, or person:<code>';
comment on column mapped_identity.position is 'place in the log of the last event folded into the row';
