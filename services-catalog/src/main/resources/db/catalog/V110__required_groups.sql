-- Members of one of these groups alone enter; with none, everybody does.
ALTER TABLE catalog.service_row ADD COLUMN groups uuid[] NOT NULL DEFAULT '{}';
