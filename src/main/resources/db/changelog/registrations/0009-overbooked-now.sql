--liquibase formatted sql

--changeset preau:overbooked-now
-- Who is beyond the places now, no longer who ever was: that stands in the history.
UPDATE registration r SET r.overbooked = FALSE
WHERE r.overbooked AND (r.state NOT IN ('PRE_REGISTERED', 'CONFIRMED', 'COMPLETED') OR NOT EXISTS (
  SELECT 1 FROM seat s JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
  WHERE s.centre_id = r.centre_id AND s.registration_id = r.id AND s.standing = 'TAKEN' AND d.overbooked > 0));
