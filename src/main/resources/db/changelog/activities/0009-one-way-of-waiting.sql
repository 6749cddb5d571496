--liquibase formatted sql

--changeset preau:activity-one-way-of-waiting
-- There has been one policy only, and nothing read it: the first of the list comes first.
ALTER TABLE activity DROP COLUMN waiting_policy;
