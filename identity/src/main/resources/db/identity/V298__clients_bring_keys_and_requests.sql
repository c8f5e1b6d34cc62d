-- Revision 2 of catalog.oidc-client-configured, for the rows that those before it made.
UPDATE identity.oidc_client
SET definition = definition || '{"jwks": "", "userinfoAlgorithm": "", "requestUris": []}',
    version = nextval('identity.oidc_client_version');
