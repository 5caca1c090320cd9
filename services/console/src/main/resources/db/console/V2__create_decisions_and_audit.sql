-- The console's own truth: never touched by a rebuild.
CREATE TABLE decision (
    receipt_id uuid PRIMARY KEY,
    alert_id   uuid NOT NULL,
    area       text NOT NULL,
    outcome    text NOT NULL,
    reason     text,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL
);
CREATE INDEX decision_by_alert ON decision (alert_id);

CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type         text NOT NULL,
    record_key   text NOT NULL,
    payload      bytea NOT NULL,
    published_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE published_at IS NULL;

CREATE TABLE access_audit (
    seq           bigint PRIMARY KEY,
    at            timestamptz NOT NULL,
    who           text NOT NULL,
    action        text NOT NULL,
    subject       text NOT NULL,
    previous_hash text NOT NULL,
    hash          text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the access audit can only be added to';
END $$;
CREATE TRIGGER access_audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
