-- Revision 2 of catalog.oidc-client-configured, for the rows that those before it made.
UPDATE catalog.service_row SET client = client || '{"jwks": "", "userinfoAlgorithm": "", "requestUris": []}'
WHERE client IS NOT NULL;
UPDATE catalog.service_definition SET client = client || '{"jwks": "", "userinfoAlgorithm": "", "requestUris": []}'
WHERE client IS NOT NULL;
