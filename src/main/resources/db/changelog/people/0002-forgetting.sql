--liquibase formatted sql

--changeset preau:household-forgotten
-- A forgotten household keeps its row, without a name, so that figures of past seasons still add up.
ALTER TABLE household
  ADD COLUMN forgotten_at datetime(6) NULL,
  ADD KEY household_by_age (centre_id, forgotten_at, created_at);
