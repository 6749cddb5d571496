--liquibase formatted sql

--changeset preau:activity
-- What a centre offers. Rules of admission stand here, dates and places on the sessions.
CREATE TABLE activity (
  id                  uuid          NOT NULL PRIMARY KEY,
  centre_id           uuid          NOT NULL REFERENCES centre (id),
  title               varchar(120)  NOT NULL,
  -- its name in addresses; kept once published, so that links stay true
  slug                varchar(80)   NOT NULL,
  summary             varchar(240)  NOT NULL,
  description         varchar(6000) NOT NULL,
  category            varchar(30)   NOT NULL,
  min_age             int           NULL,
  max_age             int           NULL,
  birth_year_from     int           NULL,
  birth_year_to       int           NULL,
  with_adult          boolean       NOT NULL,
  place               varchar(160)  NOT NULL,
  access_note         varchar(240)  NOT NULL,
  bring               varchar(240)  NOT NULL,
  price               varchar(160)  NOT NULL,
  registration_needed boolean       NOT NULL,
  opens_at            datetime(6)   NULL,
  closes_at           datetime(6)   NULL,
  waiting_policy      varchar(20)   NOT NULL,
  status              varchar(20)   NOT NULL,
  status_reason       varchar(400)  NULL,
  published_at        datetime(6)   NULL,
  changed_at          datetime(6)   NOT NULL,
  -- words without case and accents, for searching
  search_key          varchar(600)  NOT NULL,
  version             int           NOT NULL,
  UNIQUE KEY one_slug (centre_id, slug),
  UNIQUE KEY of_centre (centre_id, id),
  KEY shown (centre_id, status, title),
  CONSTRAINT ages_in_order CHECK (min_age IS NULL OR max_age IS NULL OR min_age <= max_age),
  CONSTRAINT birth_years_in_order CHECK (birth_year_from IS NULL OR birth_year_to IS NULL OR birth_year_from <= birth_year_to),
  CONSTRAINT opens_before_closing CHECK (opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at)
);

--changeset preau:activity-group
-- The row that every change of places locks first (see PlacesService). A weekly series keeps local hours and their zone.
CREATE TABLE activity_group (
  id                    uuid          NOT NULL PRIMARY KEY,
  centre_id             uuid          NOT NULL,
  activity_id           uuid          NOT NULL,
  name                  varchar(80)   NOT NULL,
  booking               varchar(20)   NOT NULL,
  default_places        int           NOT NULL,
  series_days           varchar(80)   NULL,
  series_starts         varchar(5)    NULL,
  series_ends           varchar(5)    NULL,
  series_first_day      date          NULL,
  series_last_day       date          NULL,
  series_zone           varchar(40)   NULL,
  series_skips_school   boolean       NULL,
  series_skips_public   boolean       NULL,
  series_exceptions     varchar(3000) NULL,
  version               int           NOT NULL,
  UNIQUE KEY of_centre (centre_id, id),
  FOREIGN KEY (centre_id, activity_id) REFERENCES activity (centre_id, id),
  CONSTRAINT group_places CHECK (default_places BETWEEN 1 AND 999)
);

--changeset preau:activity-session
-- Counters are written by registrations only, under the group's lock; pages read them instead of counting.
CREATE TABLE activity_session (
  id            uuid         NOT NULL PRIMARY KEY,
  centre_id     uuid         NOT NULL,
  group_id      uuid         NOT NULL,
  starts_at     datetime(6)  NOT NULL,
  ends_at       datetime(6)  NOT NULL,
  -- 1 is Monday, in the centre's zone: pages filter by it
  weekday       int          NOT NULL,
  places        int          NOT NULL,
  taken         int          NOT NULL,
  waiting       int          NOT NULL,
  -- taken beyond the places by a named right
  overbooked    int          NOT NULL,
  -- taken beyond the places because these were lowered afterwards: nobody is sent away
  kept          int          NOT NULL,
  status        varchar(20)  NOT NULL,
  status_reason varchar(400) NULL,
  -- grows with each move or cancellation, for calendars (RFC 5545 SEQUENCE)
  sequence      int          NOT NULL,
  version       int          NOT NULL,
  UNIQUE KEY of_centre (centre_id, id),
  KEY by_time (centre_id, starts_at),
  KEY of_group (centre_id, group_id, starts_at),
  FOREIGN KEY (centre_id, group_id) REFERENCES activity_group (centre_id, id),
  CONSTRAINT session_ends_later CHECK (starts_at < ends_at),
  CONSTRAINT session_places CHECK (places BETWEEN 1 AND 999),
  CONSTRAINT never_too_many CHECK (taken >= 0 AND waiting >= 0 AND overbooked >= 0 AND kept >= 0 AND taken <= places + overbooked + kept)
);

--changeset preau:activity-draft
-- What somebody has typed and not yet saved, as it is on the screen, right or wrong.
CREATE TABLE activity_draft (
  id          uuid        NOT NULL PRIMARY KEY,
  centre_id   uuid        NOT NULL REFERENCES centre (id),
  account_id  uuid        NOT NULL,
  -- the activity that is changed; empty for a new one
  activity_id uuid        NULL,
  typed       mediumtext  NOT NULL,
  saved_at    datetime(6) NOT NULL,
  version     int         NOT NULL,
  UNIQUE KEY of_centre (centre_id, id),
  KEY of_author (centre_id, account_id, activity_id),
  FOREIGN KEY (centre_id, activity_id) REFERENCES activity (centre_id, id)
);
