--liquibase formatted sql

--changeset preau:calendar-name
-- What calendars know the dates by, where a registration stands for one whose cancellation was taken back; empty: by its own id.
ALTER TABLE registration ADD COLUMN calendar_id uuid NULL AFTER changed_at;
