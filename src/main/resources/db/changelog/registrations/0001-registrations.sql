--liquibase formatted sql

--changeset preau:registration-request
-- One gesture of a household for a group. The key makes a gesture that is sent twice one gesture.
CREATE TABLE registration_request (
  id              uuid         NOT NULL PRIMARY KEY,
  centre_id       uuid         NOT NULL,
  idempotency_key varchar(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  household_id    uuid         NOT NULL,
  group_id        uuid         NOT NULL,
  party_rule      varchar(10)  NOT NULL,
  channel         varchar(10)  NOT NULL,
  author_id       uuid         NULL,
  asked_at        datetime(6)  NOT NULL,
  version         int          NOT NULL,
  UNIQUE KEY (centre_id, id),
  UNIQUE KEY one_gesture (centre_id, idempotency_key),
  KEY by_time (centre_id, asked_at),
  FOREIGN KEY (centre_id, household_id) REFERENCES household (centre_id, id),
  FOREIGN KEY (centre_id, group_id) REFERENCES activity_group (centre_id, id)
);

--changeset preau:registration
-- One person in one request: for the whole series (session_id empty) or for one session.
CREATE TABLE registration (
  id           uuid         NOT NULL PRIMARY KEY,
  centre_id    uuid         NOT NULL,
  request_id   uuid         NOT NULL,
  household_id uuid         NOT NULL,
  group_id     uuid         NOT NULL,
  session_id   uuid         NULL,
  person_id    uuid         NOT NULL,
  -- those who wait, are offered and come together
  party_id     uuid         NOT NULL,
  state        varchar(20)  NOT NULL,
  -- the order of the list: priority, then the instant taken under the lock, then the party
  priority     int          NOT NULL,
  queued_at    datetime(6)  NOT NULL,
  held_until   datetime(6)  NULL,
  overbooked   boolean      NOT NULL,
  changed_at   datetime(6)  NOT NULL,
  version      int          NOT NULL,
  UNIQUE KEY (centre_id, id),
  KEY the_list (centre_id, group_id, state, session_id, priority, queued_at, party_id),
  KEY of_request (centre_id, request_id),
  KEY of_household (centre_id, household_id, state),
  KEY of_party (centre_id, party_id),
  KEY held (centre_id, state, held_until),
  FOREIGN KEY (centre_id, request_id) REFERENCES registration_request (centre_id, id),
  FOREIGN KEY (centre_id, group_id) REFERENCES activity_group (centre_id, id),
  FOREIGN KEY (centre_id, session_id) REFERENCES activity_session (centre_id, id),
  FOREIGN KEY (centre_id, person_id) REFERENCES person (centre_id, id)
);

--changeset preau:seat
-- A registration in one session. A person sits in a session once: "active" is 1 until the seat is released, then NULL.
CREATE TABLE seat (
  id              uuid        NOT NULL PRIMARY KEY,
  centre_id       uuid        NOT NULL,
  registration_id uuid        NOT NULL,
  session_id      uuid        NOT NULL,
  person_id       uuid        NOT NULL,
  standing        varchar(10) NOT NULL,
  -- grows with each change that a calendar has to hear of
  sequence        int         NOT NULL,
  active          tinyint AS (IF(standing = 'RELEASED', NULL, 1)) STORED,
  version         int         NOT NULL,
  UNIQUE KEY one_active_seat (centre_id, person_id, session_id, active),
  KEY of_session (centre_id, session_id, standing),
  KEY of_registration (centre_id, registration_id),
  FOREIGN KEY (centre_id, registration_id) REFERENCES registration (centre_id, id),
  FOREIGN KEY (centre_id, session_id) REFERENCES activity_session (centre_id, id),
  FOREIGN KEY (centre_id, person_id) REFERENCES person (centre_id, id)
);

--changeset preau:waiting-line
-- How many parties wait for a session, or for a whole series (then id is the group's), and the last instant that was given
-- out: a newcomer's rank without counting. Written under the lock of the group only.
CREATE TABLE waiting_line (
  id          uuid        NOT NULL PRIMARY KEY,
  centre_id   uuid        NOT NULL,
  group_id    uuid        NOT NULL,
  parties     int         NOT NULL,
  last_queued datetime(6) NOT NULL,
  version     int         NOT NULL,
  KEY of_group (centre_id, group_id),
  FOREIGN KEY (centre_id, group_id) REFERENCES activity_group (centre_id, id),
  CONSTRAINT nobody_waits_twice_off CHECK (parties >= 0)
);

--changeset preau:place-offer
CREATE TABLE place_offer (
  id           uuid        NOT NULL PRIMARY KEY,
  centre_id    uuid        NOT NULL,
  party_id     uuid        NOT NULL,
  request_id   uuid        NOT NULL,
  household_id uuid        NOT NULL,
  group_id     uuid        NOT NULL,
  session_id   uuid        NULL,
  persons      int         NOT NULL,
  state        varchar(10) NOT NULL,
  made_at      datetime(6) NOT NULL,
  -- empty: somebody has to call, and the staff decides
  deadline     datetime(6) NULL,
  answered_at  datetime(6) NULL,
  is_open      tinyint AS (IF(state = 'OPEN', 1, NULL)) STORED,
  version      int         NOT NULL,
  UNIQUE KEY (centre_id, id),
  UNIQUE KEY one_open_offer (centre_id, party_id, is_open),
  KEY due (centre_id, state, deadline),
  KEY of_request (centre_id, request_id),
  FOREIGN KEY (centre_id, request_id) REFERENCES registration_request (centre_id, id),
  FOREIGN KEY (centre_id, group_id) REFERENCES activity_group (centre_id, id)
);

--changeset preau:call-task
-- Nobody can be written to: reception calls.
CREATE TABLE call_task (
  id           uuid         NOT NULL PRIMARY KEY,
  centre_id    uuid         NOT NULL,
  about        varchar(20)  NOT NULL,
  request_id   uuid         NOT NULL,
  household_id uuid         NOT NULL,
  offer_id     uuid         NULL,
  created_at   datetime(6)  NOT NULL,
  done_at      datetime(6)  NULL,
  done_by      uuid         NULL,
  note         varchar(300) NULL,
  version      int          NOT NULL,
  KEY to_do (centre_id, done_at, created_at),
  KEY of_request (centre_id, request_id),
  FOREIGN KEY (centre_id, request_id) REFERENCES registration_request (centre_id, id),
  FOREIGN KEY (centre_id, offer_id) REFERENCES place_offer (centre_id, id)
);

--changeset preau:registration-step
-- What happened: who, by which way, when, why. Only ever added to.
CREATE TABLE registration_step (
  id              uuid         NOT NULL PRIMARY KEY,
  centre_id       uuid         NOT NULL,
  registration_id uuid         NOT NULL,
  from_state      varchar(20)  NOT NULL,
  to_state        varchar(20)  NOT NULL,
  actor           varchar(10)  NOT NULL,
  account_id      uuid         NULL,
  channel         varchar(10)  NULL,
  reason          varchar(300) NULL,
  happened_at     datetime(6)  NOT NULL,
  KEY of_registration (centre_id, registration_id, happened_at),
  FOREIGN KEY (centre_id, registration_id) REFERENCES registration (centre_id, id)
);

--changeset preau:registration-draft
-- What somebody typed and has not sent yet; opaque to the database, kept thirty days.
CREATE TABLE registration_draft (
  id         uuid        NOT NULL PRIMARY KEY,
  centre_id  uuid        NOT NULL,
  account_id uuid        NOT NULL,
  group_id   uuid        NOT NULL,
  content    text        NOT NULL,
  saved_at   datetime(6) NOT NULL,
  version    int         NOT NULL,
  UNIQUE KEY one_draft (centre_id, account_id, group_id),
  KEY old (centre_id, saved_at),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (centre_id, group_id) REFERENCES activity_group (centre_id, id)
);

--changeset preau:letter-token
-- The keys in our letters' links; only their SHA-256 is here.
CREATE TABLE letter_token (
  token_hash char(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  centre_id  uuid        NOT NULL,
  purpose    varchar(10) NOT NULL,
  subject_id uuid        NOT NULL,
  made_at    datetime(6) NOT NULL,
  expires_at datetime(6) NOT NULL,
  KEY old (centre_id, expires_at)
);

--changeset preau:attendance
-- Who came. Apart from the registrations: being away changes nothing there.
CREATE TABLE attendance (
  id         uuid        NOT NULL PRIMARY KEY,
  centre_id  uuid        NOT NULL,
  session_id uuid        NOT NULL,
  -- a walk-in may be a name only
  person_id  uuid        NULL,
  first_name varchar(80) NULL,
  last_name  varchar(80) NULL,
  origin     varchar(10) NOT NULL,
  mark       varchar(20) NULL,
  marked_at  datetime(6) NOT NULL,
  marked_by  uuid        NULL,
  version    int         NOT NULL,
  UNIQUE KEY (centre_id, id),
  UNIQUE KEY once_a_session (centre_id, session_id, person_id),
  FOREIGN KEY (centre_id, session_id) REFERENCES activity_session (centre_id, id),
  FOREIGN KEY (centre_id, person_id) REFERENCES person (centre_id, id),
  CONSTRAINT somebody CHECK (person_id IS NOT NULL OR (first_name IS NOT NULL AND last_name IS NOT NULL))
);

CREATE TABLE attendance_change (
  id            uuid        NOT NULL PRIMARY KEY,
  centre_id     uuid        NOT NULL,
  attendance_id uuid        NOT NULL,
  from_mark     varchar(20) NULL,
  to_mark       varchar(20) NULL,
  changed_at    datetime(6) NOT NULL,
  changed_by    uuid        NULL,
  KEY of_attendance (centre_id, attendance_id, changed_at),
  FOREIGN KEY (centre_id, attendance_id) REFERENCES attendance (centre_id, id)
);
