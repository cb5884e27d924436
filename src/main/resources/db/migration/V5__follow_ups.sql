-- The closed record that an intake follows up.
alter table draft add column follows varchar(32) references record (id);

create index draft_follows on draft (follows);
