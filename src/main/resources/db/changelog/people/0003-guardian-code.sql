--liquibase formatted sql

--changeset preau:guardian-code
-- What one parent gives the other, who lives elsewhere: whoever types it answers for the child too. Only its SHA-256 is here.
CREATE TABLE guardian_code (
  id         uuid        NOT NULL PRIMARY KEY,
  centre_id  uuid        NOT NULL,
  child_id   uuid        NOT NULL,
  code_hash  char(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at    datetime(6) NOT NULL,
  expires_at datetime(6) NOT NULL,
  UNIQUE KEY guardian_code_once (centre_id, code_hash),
  KEY guardian_code_of_child (centre_id, child_id),
  FOREIGN KEY (centre_id, child_id) REFERENCES person (centre_id, id) ON DELETE CASCADE
);
