-- The oldest waiting record of each key: a later one waits for it, whichever instance publishes. A record that is published
-- has left: what an officer wrote is kept with the decision, not beside it.
DELETE FROM outbox WHERE published_at IS NOT NULL;
DROP INDEX outbox_waiting;
ALTER TABLE outbox DROP COLUMN published_at;
CREATE INDEX outbox_by_key ON outbox (record_key, id);
