-- Lists are read part by part, each from where the one before ended.
DROP INDEX alert_by_due;
DROP INDEX alert_by_area;
CREATE INDEX alert_open ON alert (due_at, raised_at, alert_id) WHERE state <> 'CLOSED';
CREATE INDEX alert_open_by_area ON alert (area, due_at, raised_at, alert_id) WHERE state <> 'CLOSED';
CREATE INDEX alert_closed ON alert (due_at, raised_at, alert_id) WHERE state = 'CLOSED';
CREATE INDEX alert_closed_by_area ON alert (area, due_at, raised_at, alert_id) WHERE state = 'CLOSED';
DROP INDEX child_by_area;
CREATE INDEX child_by_area ON child (area, child_id) WHERE NOT withdrawn;
DROP INDEX notification_by_area;
CREATE INDEX notification_by_area ON notification (area, at, notification_id);
CREATE INDEX notification_by_time ON notification (at, notification_id);
CREATE INDEX quarantined_by_time ON quarantined (at, topic, partition_no, offset_no, stage);
