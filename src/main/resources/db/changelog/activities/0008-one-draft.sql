--liquibase formatted sql

--changeset preau:activity-draft-newest
-- Two devices that began at once kept two drafts: the later one is what somebody typed.
DELETE older FROM activity_draft older JOIN activity_draft newer
  ON newer.centre_id = older.centre_id AND newer.account_id = older.account_id AND newer.activity_id <=> older.activity_id
 AND (newer.saved_at > older.saved_at OR newer.saved_at = older.saved_at AND newer.id > older.id);

--changeset preau:activity-draft-once
-- One of an account for each activity, and one for a new one, which has no id yet. Old ones are found by their age.
ALTER TABLE activity_draft
  ADD COLUMN of_new tinyint AS (IF(activity_id IS NULL, 1, NULL)) STORED,
  ADD UNIQUE KEY one_of_activity (centre_id, account_id, activity_id),
  ADD UNIQUE KEY one_of_new (centre_id, account_id, of_new),
  ADD KEY old (centre_id, saved_at),
  DROP KEY of_author;
