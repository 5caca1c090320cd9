-- Ledger of feeds: made from topics alone, truncated by a rebuild. It holds receipts and codes, nothing about anybody.
-- The sums of a feed are of settled receipts; those of open ones are added when somebody asks.
CREATE TABLE feed (
    feed_id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency               text NOT NULL,
    organisation         text NOT NULL,
    event_type           text NOT NULL,
    receipts             bigint NOT NULL DEFAULT 0,
    entries              bigint NOT NULL DEFAULT 0,
    applied              bigint NOT NULL DEFAULT 0,
    quarantined          bigint NOT NULL DEFAULT 0,
    last_received        timestamptz,
    last_received_live   timestamptz,
    last_occurred        timestamptz,
    declared_at          timestamptz,
    expected_every_hours integer,
    ended                boolean NOT NULL DEFAULT false,
    UNIQUE (agency, organisation, event_type)
);

-- One row a receipt, from the first that is seen of it until nothing of it is missing; then the row goes into the sums.
-- Topics are read in any order, so every column may come first. The arrays hold places in the area log.
CREATE TABLE open_receipt (
    receipt_id  uuid PRIMARY KEY,
    feed_id     bigint,
    event       boolean NOT NULL,
    since       timestamptz NOT NULL,
    expected    integer NOT NULL,
    refused     boolean NOT NULL,
    unrouted    boolean NOT NULL,
    logged      bigint[] NOT NULL,
    applied     bigint[] NOT NULL,
    quarantined bigint[] NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

CREATE TABLE ledger_position (
    topic        text NOT NULL,
    partition_no integer NOT NULL,
    next_offset  bigint NOT NULL,
    PRIMARY KEY (topic, partition_no)
);

CREATE TABLE ledger_state (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    generation bigint NOT NULL,
    changes    bigint NOT NULL
);
INSERT INTO ledger_state (generation, changes) VALUES (1, 0);
