-- How a draft began. The token is that of the form, so that two clicks make one draft; sample patients are kept off the worklist.
alter table draft add column token varchar(120);
alter table draft add column sample boolean default false not null;
alter table draft add column amended_by varchar(60);
alter table draft add column reason varchar(400);

create unique index draft_token on draft (token);

-- The reference as it is searched, without case and accents; null until the program has worked it out.
alter table draft add column folded varchar(2500);

create index draft_folded on draft (folded);

-- Since when a draft is in the bin.
alter table draft add column discarded timestamp with time zone;

create index draft_discarded on draft (discarded);

-- What was done about a closed record: told to somebody, handled, taken back. Rows are only added.
create table record_log (
    id      varchar(32)  primary key,
    record  varchar(32)  not null references record (id),
    kind    varchar(20)  not null,
    moment  timestamp with time zone not null,
    whom    varchar(120) not null,
    note    varchar(500) not null,
    who     varchar(60)  not null,
    written timestamp with time zone not null
);

create index record_log_record on record_log (record, written);
