--liquibase formatted sql

--changeset preau:activity-needs-approval
-- The centre says yes or no to each request before there is a place.
ALTER TABLE activity ADD COLUMN needs_approval boolean NOT NULL DEFAULT FALSE AFTER registration_needed;
