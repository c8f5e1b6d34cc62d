ALTER TABLE catalog.service_row ADD COLUMN assurance text NOT NULL DEFAULT 'PASSWORD';
