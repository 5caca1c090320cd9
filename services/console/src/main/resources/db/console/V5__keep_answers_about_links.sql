-- What officers answer about who is who: the console's own truth, like its decisions.
CREATE TABLE link_answer (
    seq                 bigint GENERATED ALWAYS AS IDENTITY,
    receipt_id          uuid PRIMARY KEY,
    review_id           uuid NOT NULL,
    area                text NOT NULL,
    mention_id          uuid NOT NULL,
    source_record       text NOT NULL,
    ref                 text NOT NULL,
    other_mention_id    uuid NOT NULL,
    other_source_record text NOT NULL,
    other_ref           text NOT NULL,
    verdict             text NOT NULL,
    reason              text NOT NULL,
    answered_by         text NOT NULL,
    answered_at         timestamptz NOT NULL
);
CREATE INDEX link_answer_by_review ON link_answer (review_id, seq);
