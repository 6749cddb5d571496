--liquibase formatted sql

--changeset preau:scheduled-tasks
-- The jobs of db-scheduler, in its own words (mysql_tables.sql), with times in UTC.
CREATE TABLE scheduled_tasks (
  task_name            varchar(100) NOT NULL,
  task_instance        varchar(100) NOT NULL,
  task_data            blob         NULL,
  execution_time       datetime(6)  NOT NULL,
  picked               boolean      NOT NULL,
  picked_by            varchar(50)  NULL,
  last_success         datetime(6)  NULL,
  last_failure         datetime(6)  NULL,
  consecutive_failures int          NULL,
  last_heartbeat       datetime(6)  NULL,
  version              bigint       NOT NULL,
  priority             smallint     NULL,
  PRIMARY KEY (task_name, task_instance),
  KEY due (execution_time),
  KEY alive (last_heartbeat)
);

--changeset preau:outbox-letter
CREATE TABLE outbox_letter (
  id             uuid         NOT NULL PRIMARY KEY,
  centre_id      uuid         NOT NULL REFERENCES centre (id),
  -- which letter this is: the same key twice is one letter. Keys are compared byte by byte
  letter_key     varchar(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  -- 0 as it was posted; more when a person has had it sent again
  copy           int          NOT NULL,
  kind           varchar(60)  NOT NULL,
  subject_id     uuid         NOT NULL,
  recipient      varchar(254) NOT NULL,
  recipient_name varchar(160) NOT NULL,
  language       varchar(20)  NOT NULL,
  state          varchar(20)  NOT NULL,
  attempts       int          NOT NULL,
  -- when a sender looks at it again: the next attempt, or the end of a claim; empty when nothing is left to do
  due_at         datetime(6)  NULL,
  -- what was said, without its links; empty until it was written
  title          varchar(200) NULL,
  body           mediumtext   NULL,
  message_id     varchar(200) NULL,
  failure        varchar(30)  NULL,
  sent_at        datetime(6)  NULL,
  created_at     datetime(6)  NOT NULL,
  version        int          NOT NULL,
  UNIQUE KEY (centre_id, id),
  UNIQUE KEY one_letter (centre_id, letter_key, copy),
  KEY due (centre_id, due_at),
  -- which centres have something to send: letters that are done have no due_at and are not looked at
  KEY due_centres (due_at, centre_id),
  KEY newest (centre_id, created_at),
  KEY by_state (centre_id, state, created_at)
);

--changeset preau:federation-letter
-- Letters that belong to no centre: sign-in links.
CREATE TABLE federation_letter (
  id             uuid         NOT NULL PRIMARY KEY,
  letter_key     varchar(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind           varchar(60)  NOT NULL,
  subject_id     uuid         NOT NULL,
  recipient      varchar(254) NOT NULL,
  recipient_name varchar(160) NOT NULL,
  language       varchar(20)  NOT NULL,
  state          varchar(20)  NOT NULL,
  attempts       int          NOT NULL,
  due_at         datetime(6)  NULL,
  title          varchar(200) NULL,
  body           mediumtext   NULL,
  message_id     varchar(200) NULL,
  failure        varchar(30)  NULL,
  sent_at        datetime(6)  NULL,
  created_at     datetime(6)  NOT NULL,
  version        int          NOT NULL,
  UNIQUE KEY one_letter (letter_key),
  KEY due (due_at)
);

--changeset preau:local-mail
-- The mailbox of the demonstration: what would have left by SMTP.
CREATE TABLE local_mail (
  id             uuid         NOT NULL PRIMARY KEY,
  message_id     varchar(200) NOT NULL UNIQUE,
  sender         varchar(400) NOT NULL,
  recipient      varchar(254) NOT NULL,
  recipient_name varchar(160) NOT NULL,
  title          varchar(200) NOT NULL,
  html           mediumtext   NOT NULL,
  plain          mediumtext   NOT NULL,
  calendar       mediumtext   NULL,
  received_at    datetime(6)  NOT NULL,
  KEY newest (received_at)
);
