-- Area time of the revision that is known. Null where it was kept before this column came: then the record itself tells it.
ALTER TABLE alert ADD COLUMN clock timestamptz;
