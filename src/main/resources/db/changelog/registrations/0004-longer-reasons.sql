--liquibase formatted sql

--changeset preau:longer-reasons
-- The reason for which a session or an activity was cancelled stands in the history too, and may be as long as it is there.
ALTER TABLE registration_step MODIFY COLUMN reason varchar(400) NULL;
