-- Revision 1 of catalog.oidc-client-configured, for the rows that revision 0 made.
UPDATE catalog.service_row
SET client = client || '{"backchannelLogout": null, "frontchannelLogout": null, "dpopBoundAccessTokens": false}'
WHERE client IS NOT NULL;
