--liquibase formatted sql

--changeset preau:letters-of-a-subject
-- All that was said of a family's requests, for the copy of its file and to forget it: without reading every letter of the centre.
ALTER TABLE outbox_letter ADD KEY of_subject (centre_id, subject_id);
