-- Where somebody was going when they asked for the letter: a path of ours, sealed under the account's key, for it can
-- name a service.
ALTER TABLE identity.one_time_link ADD COLUMN onward_box text CHECK (length(onward_box) <= 20000);
