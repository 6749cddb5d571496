--liquibase formatted sql

--changeset preau:held-places
-- What is still missing while a place is held, for the family to read; and until when a step kept the place, for the history.
ALTER TABLE registration ADD COLUMN missing varchar(100) NULL AFTER held_until;
ALTER TABLE registration_step ADD COLUMN held_until datetime(6) NULL AFTER reason;
