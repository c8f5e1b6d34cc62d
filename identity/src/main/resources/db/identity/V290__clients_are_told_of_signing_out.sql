-- Revision 1 of catalog.oidc-client-configured, for the rows that revision 0 made.
UPDATE identity.oidc_client
SET definition = definition || '{"backchannelLogout": null, "frontchannelLogout": null, "dpopBoundAccessTokens": false}',
    version = nextval('identity.oidc_client_version');
