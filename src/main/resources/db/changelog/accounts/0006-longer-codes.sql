--liquibase formatted sql

--changeset preau:longer-desk-codes
-- A code of nine digits instead of six, for somebody whom strangers' guesses keep out.
ALTER TABLE sign_in_ticket ADD COLUMN long_code boolean NOT NULL DEFAULT false AFTER wrong_at_hand;
