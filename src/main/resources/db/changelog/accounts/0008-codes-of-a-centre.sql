--liquibase formatted sql

--changeset preau:codes-of-a-centre
-- Whose reception gave a code: it opens what somebody has in that centre. Of codes that are open now nobody knows it; they are good
-- for ten minutes at most, and go.
DELETE FROM sign_in_ticket WHERE kind = 'DESK_CODE';
ALTER TABLE sign_in_ticket
  ADD COLUMN centre_id uuid NULL REFERENCES centre (id) AFTER account_id,
  ADD CONSTRAINT a_code_has_a_centre CHECK (kind <> 'DESK_CODE' OR centre_id IS NOT NULL);
