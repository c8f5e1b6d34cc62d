package org.acides.hiboo.identity.saml.message;

import java.util.List;

/**
 * A request to sign somebody out (SAML V2.0 Core §3.7.1).
 *
 * @param name what the service provider calls them
 * @param sessionIndexes which of their sessions; empty for all
 */
public record LogoutRequest(Head head, String name, List<String> sessionIndexes) {

    public LogoutRequest {
        sessionIndexes = List.copyOf(sessionIndexes);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "LogoutRequest[" + head.id() + "]";
    }
}
