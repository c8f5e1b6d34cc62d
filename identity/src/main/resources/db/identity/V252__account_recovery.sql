-- Recoveries under way, in the transaction of their events: one an account.
CREATE TABLE identity.account_recovery (
    account_id uuid PRIMARY KEY,
    recovery_id uuid NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    due_at timestamptz
);
CREATE INDEX account_recovery_due ON identity.account_recovery (due_at);

ALTER TABLE identity.one_time_link DROP CONSTRAINT one_time_link_purpose_check;
ALTER TABLE identity.one_time_link ADD CHECK (purpose IN ('VERIFY', 'RESET', 'NOTICE', 'DEVICE', 'RECOVERY'));
