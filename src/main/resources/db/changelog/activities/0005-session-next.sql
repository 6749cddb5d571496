--liquibase formatted sql

--changeset preau:session-next
-- Which session of each group comes next is answered from the key alone: the list of a centre asks it of all its groups.
ALTER TABLE activity_session ADD KEY next_of_group (centre_id, group_id, status, starts_at);
