-- Which entry of the area log led to a revision, and since when its receipt is known: the two come by different
-- partitions, and whoever sees that a record took effect is to see its alert as well.
ALTER TABLE alert_revision ADD COLUMN receipt_id uuid;
ALTER TABLE applied ADD COLUMN written_at timestamptz NOT NULL DEFAULT now();
