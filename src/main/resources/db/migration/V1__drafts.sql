-- One intake that is being answered. What it holds stands in answer_change; reference and urgency are kept here to search by.
create table draft (
    id        varchar(32)  primary key,
    revision  bigint       not null,
    reference varchar(120) not null,
    urgency   varchar(40),
    created   timestamp with time zone not null,
    changed   timestamp with time zone not null
);

create index draft_changed on draft (changed);

-- Every answer ever given, in order. Rows are only added: what a field holds is its last row.
create table answer_change (
    draft    varchar(32)    not null references draft (id),
    revision bigint         not null,
    field    varchar(120)   not null,
    answer   varchar(20000) not null,
    given    timestamp with time zone not null,
    tab      varchar(40)    not null,
    who      varchar(60)    not null,
    primary key (draft, revision, field)
);

-- The last request of each open page, so that one that was overtaken on its way changes nothing any more.
create table draft_tab (
    draft varchar(32) not null references draft (id),
    tab   varchar(40) not null,
    turn  bigint      not null,
    primary key (draft, tab)
);
