--liquibase formatted sql

--changeset preau:links-of-a-request
-- A session is moved: the links in letters about it live longer, and are found by what they lead to.
ALTER TABLE letter_token ADD KEY of_subject (centre_id, subject_id);
