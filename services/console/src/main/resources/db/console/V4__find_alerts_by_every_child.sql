-- One alert may be about several brothers and sisters: each child's page shows it.
CREATE INDEX alert_other_children ON alert USING gin ((body -> 'otherChildren') jsonb_path_ops);
