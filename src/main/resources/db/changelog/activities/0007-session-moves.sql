--liquibase formatted sql

--changeset preau:session-move
-- From which hours a session was moved, in which gesture of the team: who is told of the new ones hears which they stand for. A session
-- that is moved again before anybody was told has several. A draft that is deleted takes its own along.
CREATE TABLE session_move (
  centre_id  uuid        NOT NULL,
  session_id uuid        NOT NULL,
  gesture    uuid        NOT NULL,
  started_at datetime(6) NOT NULL,
  ended_at   datetime(6) NOT NULL,
  moved_at   datetime(6) NOT NULL,
  PRIMARY KEY (centre_id, session_id, gesture),
  KEY of_gesture (centre_id, gesture),
  FOREIGN KEY (centre_id, session_id) REFERENCES activity_session (centre_id, id) ON DELETE CASCADE
);
