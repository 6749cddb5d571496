--liquibase formatted sql

--changeset preau:activity-hold-days
-- How many working days reception keeps a place while a paper is missing; the house's usual number when it is empty.
ALTER TABLE activity ADD COLUMN hold_days int NULL AFTER needs_approval;
