--liquibase formatted sql

--changeset preau:gesture-of-call
-- In which gesture of the team the sessions were moved or cancelled of which reception has to tell: by it the call finds what to say.
ALTER TABLE call_task ADD COLUMN gesture uuid NULL AFTER offer_id;
