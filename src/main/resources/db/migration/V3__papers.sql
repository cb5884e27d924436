-- The pages of a closed record that are made for paper, frozen with it: later knowledge would word them differently.
create table record_paper (
    record varchar(32) not null references record (id),
    kind   varchar(20) not null,
    html   text        not null,
    primary key (record, kind)
);
