-- Each entry is acknowledged by itself: an item may gain another, or a newer version, while it is being read.
ALTER TABLE notice_entry
	ADD COLUMN acknowledged boolean NOT NULL DEFAULT false,
	ADD COLUMN acknowledgements integer NOT NULL DEFAULT 0;

UPDATE notice_entry SET acknowledged = true, acknowledgements = 1
FROM notice WHERE notice.notice_id = notice_entry.notice_id AND acknowledged_at IS NOT NULL;
