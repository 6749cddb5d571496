--liquibase formatted sql

--changeset preau:session-gesture
-- In which gesture of the team a session was last moved or cancelled: its letter finds all sessions of that gesture by the key.
ALTER TABLE activity_session ADD COLUMN last_gesture uuid NULL AFTER sequence,
  ADD KEY of_gesture (centre_id, last_gesture);
