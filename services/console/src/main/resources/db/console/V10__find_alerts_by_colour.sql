-- Whoever looks for one colour is not to read all the others on the way, of areas least: a hub has few of those.
CREATE INDEX alert_open_by_colour ON alert (colour, due_at, raised_at, alert_id) WHERE state <> 'CLOSED';
CREATE INDEX alert_closed_by_colour ON alert (colour, due_at, raised_at, alert_id) WHERE state = 'CLOSED';
