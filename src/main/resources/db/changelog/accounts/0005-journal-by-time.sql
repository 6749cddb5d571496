--liquibase formatted sql

--changeset preau:audit-by-time
-- The journal is filtered by period; counting a week must not read years.
ALTER TABLE audit_line ADD KEY by_time (at);
