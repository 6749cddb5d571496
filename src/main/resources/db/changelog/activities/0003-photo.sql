--liquibase formatted sql

--changeset preau:activity-photo
-- The photo of an activity. Its files stand apart, so that a list never reads them.
ALTER TABLE activity
  ADD COLUMN photo_hash   varchar(32)  NULL,
  ADD COLUMN photo_width  int          NULL,
  ADD COLUMN photo_height int          NULL,
  -- what can be seen on it, in words
  ADD COLUMN photo_alt    varchar(200) NULL,
  ADD KEY of_photo (centre_id, photo_hash),
  ADD CONSTRAINT whole_photo CHECK ((photo_hash IS NULL) = (photo_width IS NULL) AND (photo_hash IS NULL) = (photo_height IS NULL)
    AND (photo_hash IS NULL) = (photo_alt IS NULL));

--changeset preau:photo-file
-- One size of a photo, written by ourselves. What no activity shows is kept as long as a draft that may speak of it.
CREATE TABLE photo_file (
  id        uuid        NOT NULL PRIMARY KEY,
  centre_id uuid        NOT NULL REFERENCES centre (id),
  hash      varchar(32) NOT NULL,
  width     int         NOT NULL,
  content   mediumblob  NOT NULL,
  kept_at   datetime(6) NOT NULL,
  UNIQUE KEY of_centre (centre_id, id),
  UNIQUE KEY one_size (centre_id, hash, width)
);
