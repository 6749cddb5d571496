--liquibase formatted sql

--changeset preau:household-of-registration
-- The household of a registration is one of its own centre, as the database sees it too. The key of_household serves for it.
ALTER TABLE registration ADD FOREIGN KEY (centre_id, household_id) REFERENCES household (centre_id, id);

--changeset preau:household-and-session-of-offer
-- Offers and calls are few beside registrations: they can carry a key more.
ALTER TABLE place_offer
  ADD KEY of_household (centre_id, household_id),
  ADD KEY of_session (centre_id, session_id),
  ADD FOREIGN KEY (centre_id, household_id) REFERENCES household (centre_id, id),
  ADD FOREIGN KEY (centre_id, session_id) REFERENCES activity_session (centre_id, id);

--changeset preau:household-of-call
ALTER TABLE call_task
  ADD KEY of_household (centre_id, household_id),
  ADD FOREIGN KEY (centre_id, household_id) REFERENCES household (centre_id, id);
