package org.acides.hiboo.identity.oidc.authorization;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes: an address that the client registered, and how.
 *
 * @param state returned as it came, or null
 */
record Reply(
        String redirectUri, ResponseMode mode, @Nullable String state) {}
