-- A closed intake, frozen: the request and the advice as they were, byte for byte. Only handled and superseded are ever changed.
create table record (
    id         varchar(32)  primary key,
    chain      varchar(32)  not null,
    version    integer      not null,
    previous   varchar(32)  references record (id),
    superseded varchar(32)  references record (id),
    draft      varchar(32)  not null unique references draft (id),
    reference  varchar(120) not null,
    urgency    varchar(40)  not null,
    policy     varchar(40)  not null,
    knowledge  varchar(80)  not null,
    program    varchar(40)  not null,
    closed     timestamp with time zone not null,
    closed_by  varchar(60)  not null,
    handled    timestamp with time zone,
    handled_by varchar(60),
    request    text         not null,
    advice     text         not null,
    unique (chain, version)
);

create index record_closed on record (closed);

alter table draft add column amends varchar(32) references record (id);
alter table draft add column closed_as varchar(32) references record (id);
