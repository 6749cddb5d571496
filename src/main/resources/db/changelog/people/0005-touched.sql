--liquibase formatted sql

--changeset preau:household-touched
-- When somebody last changed the file: who phones a new number in was heard of. Empty for nothing since it was opened.
ALTER TABLE household ADD COLUMN touched_at datetime(6) NULL AFTER created_at;

--changeset preau:household-touched-before
-- What of it can still be seen of the time before.
UPDATE household h SET h.touched_at = NULLIF(GREATEST(
  COALESCE((SELECT MAX(c.created_at) FROM contact_point c WHERE c.centre_id = h.centre_id AND c.household_id = h.id), h.created_at),
  COALESCE((SELECT MAX(g.since) FROM guardianship g JOIN person p ON p.centre_id = g.centre_id AND p.id = g.child_id
            WHERE p.centre_id = h.centre_id AND p.household_id = h.id), h.created_at)), h.created_at)
WHERE h.forgotten_at IS NULL;
