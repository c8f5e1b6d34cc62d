ALTER TABLE identity.service ADD COLUMN assurance text NOT NULL DEFAULT 'PASSWORD';
