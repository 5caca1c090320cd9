-- Epoch and area time of the revision that an entry holds: another epoch numbers its revisions by itself. Null for a
-- status, and where nobody knows.
ALTER TABLE notice_entry
	ADD COLUMN epoch text,
	ADD COLUMN clock timestamptz;
