-- Another epoch numbers its revisions by itself: one of its own does not take the place of one that was seen before.
ALTER TABLE alert_revision ADD COLUMN epoch text NOT NULL DEFAULT '';
UPDATE alert_revision SET epoch = coalesce(alert.body #>> '{provenance,epoch}', '')
FROM alert WHERE alert.alert_id = alert_revision.alert_id;
ALTER TABLE alert_revision ALTER COLUMN epoch DROP DEFAULT;
ALTER TABLE alert_revision DROP CONSTRAINT alert_revision_pkey;
ALTER TABLE alert_revision ADD PRIMARY KEY (alert_id, epoch, revision);
