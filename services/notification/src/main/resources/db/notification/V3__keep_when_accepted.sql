-- When the record that led to a telling was accepted, and the trace it belongs to (W3C trace context): for figures and
-- traces only. Null where nobody knows.
ALTER TABLE message_entry
	ADD COLUMN accepted_at timestamptz,
	ADD COLUMN traceparent text;
