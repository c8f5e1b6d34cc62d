-- Groups of accounts, and which of them a service requires: a member of any of these may enter; with none, everybody.
CREATE TABLE identity.account_group (
    group_id uuid PRIMARY KEY,
    name text NOT NULL,
    name_folded text NOT NULL UNIQUE
);
CREATE TABLE identity.group_member (
    group_id uuid NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (group_id, account_id)
);
CREATE INDEX group_member_by_account ON identity.group_member (account_id);
ALTER TABLE identity.service ADD COLUMN groups uuid[] NOT NULL DEFAULT '{}';
