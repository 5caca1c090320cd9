-- The area's own time, as far as this service has heard.
CREATE TABLE area_clock (
	area text PRIMARY KEY,
	clock timestamptz NOT NULL
);

-- Latest revision of each alert, as it was published (Avro single-object encoding).
CREATE TABLE alert (
	alert_id uuid PRIMARY KEY,
	revision integer NOT NULL,
	record bytea NOT NULL
);

-- Latest version of each status notice; a notice carries no revision, so time and place in the topic order it.
CREATE TABLE status_notice (
	status_notice_id uuid PRIMARY KEY,
	clock timestamptz NOT NULL,
	log_offset bigint NOT NULL,
	text text NOT NULL
);

-- An item as one recipient sees it: one for each family until it is acknowledged.
CREATE TABLE notice (
	notice_id uuid PRIMARY KEY,
	kind text NOT NULL CHECK (kind IN ('ALERT', 'STATUS')),
	area text NOT NULL,
	family uuid NOT NULL,
	bundle text NOT NULL,
	recipient_role text NOT NULL,
	recipient_key text NOT NULL,
	recipient_name text NOT NULL,
	recipient_email text NOT NULL,
	recipient_organisation text,
	opened_at timestamptz NOT NULL,
	acknowledged_at timestamptz,
	acknowledged_by text
);

CREATE UNIQUE INDEX notice_open ON notice (area, family, recipient_key, bundle) WHERE acknowledged_at IS NULL;
CREATE INDEX notice_by_email ON notice (lower(recipient_email));

-- What an item is about: alerts, or a practice's status notices; with what this recipient may know of each.
CREATE TABLE notice_entry (
	notice_id uuid NOT NULL REFERENCES notice,
	subject_id uuid NOT NULL,
	child_id uuid NOT NULL,
	revision integer NOT NULL,
	colour text,
	due_at timestamptz,
	overdue boolean NOT NULL,
	for_action boolean NOT NULL,
	withdrawn boolean NOT NULL,
	told boolean NOT NULL DEFAULT false,
	content text NOT NULL,
	held_back text NOT NULL,
	entered_at timestamptz NOT NULL,
	PRIMARY KEY (notice_id, subject_id)
);

CREATE INDEX notice_entry_by_subject ON notice_entry (subject_id);

-- One telling of an item. Its words are fixed when it is sealed, so that a repeat is the same message.
CREATE TABLE message (
	notice_id uuid NOT NULL REFERENCES notice,
	revision integer NOT NULL,
	release_at timestamptz NOT NULL,
	area_release_at timestamptz,
	sealed_at timestamptz,
	subject text,
	body text,
	PRIMARY KEY (notice_id, revision)
);

CREATE INDEX message_unsealed ON message (release_at) WHERE sealed_at IS NULL;

CREATE TABLE message_entry (
	notice_id uuid NOT NULL,
	revision integer NOT NULL,
	subject_id uuid NOT NULL,
	subject_revision integer NOT NULL,
	withdrawal boolean NOT NULL,
	PRIMARY KEY (notice_id, revision, subject_id),
	FOREIGN KEY (notice_id, revision) REFERENCES message ON DELETE CASCADE
);

CREATE TABLE delivery (
	notice_id uuid NOT NULL,
	revision integer NOT NULL,
	channel text NOT NULL CHECK (channel IN ('EMAIL', 'WEBHOOK')),
	state text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'NOT_NEEDED')),
	attempts integer NOT NULL DEFAULT 0,
	next_attempt_at timestamptz NOT NULL,
	failure text,
	PRIMARY KEY (notice_id, revision, channel),
	FOREIGN KEY (notice_id, revision) REFERENCES message ON DELETE CASCADE
);

CREATE INDEX delivery_waiting ON delivery (channel, next_attempt_at) WHERE state = 'WAITING';

-- Every notification ever recorded, and the item it belongs to; null when the recipient was told nothing.
CREATE TABLE notification (
	notification_id uuid PRIMARY KEY,
	notice_id uuid REFERENCES notice
);

-- What is to be published; a row goes when the broker has it.
CREATE TABLE outbox (
	outbox_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	ordering_key uuid NOT NULL,
	record_type text NOT NULL,
	record_key text NOT NULL,
	record bytea NOT NULL
);

CREATE INDEX outbox_by_key ON outbox (ordering_key, outbox_id);

-- Who saw, was refused, acknowledged, was sent. Each row holds the hash of the one before.
CREATE TABLE access_audit (
	entry bigint PRIMARY KEY,
	at timestamptz NOT NULL,
	actor text NOT NULL,
	action text NOT NULL,
	subject text NOT NULL,
	previous_hash text NOT NULL,
	hash text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'access_audit is append-only';
END
$$;

CREATE TRIGGER access_audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_audit
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
