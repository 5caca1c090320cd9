-- Read model: rows made from topics alone, all of them truncated by a rebuild.
-- record_key is the Kafka key; log_offset orders what was said under one key.
CREATE TABLE alert (
    alert_id   uuid PRIMARY KEY,
    record_key text NOT NULL,
    area       text NOT NULL,
    child_id   uuid NOT NULL,
    state      text NOT NULL,
    colour     text NOT NULL,
    due_at     timestamptz NOT NULL,
    raised_at  timestamptz NOT NULL,
    revision   integer NOT NULL,
    body       jsonb NOT NULL,
    log_offset bigint NOT NULL
);
CREATE INDEX alert_by_due ON alert (due_at) WHERE state <> 'CLOSED';
CREATE INDEX alert_by_child ON alert (child_id);
CREATE INDEX alert_by_area ON alert (area, due_at);

CREATE TABLE child (
    child_id   uuid PRIMARY KEY,
    record_key text NOT NULL,
    area       text NOT NULL,
    family     uuid NOT NULL,
    withdrawn  boolean NOT NULL,
    body       jsonb NOT NULL,
    log_offset bigint NOT NULL
);
CREATE INDEX child_by_area ON child (area);

CREATE TABLE person_link (
    mention_id uuid PRIMARY KEY,
    record_key text NOT NULL,
    area       text NOT NULL,
    person_id  uuid,
    body       jsonb NOT NULL,
    log_offset bigint NOT NULL
);
CREATE INDEX person_link_by_person ON person_link (person_id);

CREATE TABLE chronology_entry (
    area          text NOT NULL,
    source_record text NOT NULL,
    record_key    text NOT NULL,
    withdrawn     boolean NOT NULL,
    occurred_at   timestamptz NOT NULL,
    mentions      uuid[] NOT NULL,
    body          jsonb NOT NULL,
    log_offset    bigint NOT NULL,
    PRIMARY KEY (area, source_record)
);
CREATE INDEX chronology_by_mention ON chronology_entry USING gin (mentions);

CREATE TABLE link_review (
    review_id  uuid PRIMARY KEY,
    record_key text NOT NULL,
    area       text NOT NULL,
    open       boolean NOT NULL,
    body       jsonb NOT NULL,
    log_offset bigint NOT NULL
);

CREATE TABLE notification (
    notification_id uuid PRIMARY KEY,
    record_key      text NOT NULL,
    area            text NOT NULL,
    alert_id        uuid,
    child_id        uuid NOT NULL,
    at              timestamptz NOT NULL,
    body            jsonb NOT NULL,
    log_offset      bigint NOT NULL
);
CREATE INDEX notification_by_alert ON notification (alert_id);
CREATE INDEX notification_by_area ON notification (area, at);

CREATE TABLE applied (
    receipt_id uuid PRIMARY KEY,
    area       text NOT NULL,
    outcome    text NOT NULL,
    alerts     text NOT NULL,
    log_offset bigint NOT NULL
);

CREATE TABLE area_time (
    area text PRIMARY KEY,
    now  timestamptz NOT NULL
);

CREATE TABLE quarantined (
    topic        text NOT NULL,
    partition_no integer NOT NULL,
    offset_no    bigint NOT NULL,
    stage        text NOT NULL,
    area         text,
    receipt_id   text,
    reason       text NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (topic, partition_no, offset_no, stage)
);
CREATE INDEX quarantined_by_receipt ON quarantined (receipt_id);

CREATE TABLE area (
    area       text PRIMARY KEY,
    record_key text NOT NULL,
    body       jsonb NOT NULL,
    log_offset bigint NOT NULL
);

-- Where to read on. A rebuild empties it and counts the generation up, so that no reader goes on from an old place.
CREATE TABLE feed_position (
    topic        text NOT NULL,
    partition_no integer NOT NULL,
    next_offset  bigint NOT NULL,
    PRIMARY KEY (topic, partition_no)
);

CREATE TABLE feed_state (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    generation bigint NOT NULL,
    changes    bigint NOT NULL
);
INSERT INTO feed_state (generation, changes) VALUES (1, 0);

-- The topic keeps an alert's newest revision only; what was seen of earlier ones is kept here, through rebuilds too.
CREATE TABLE alert_revision (
    alert_id uuid NOT NULL,
    revision integer NOT NULL,
    body     jsonb NOT NULL,
    PRIMARY KEY (alert_id, revision)
);
