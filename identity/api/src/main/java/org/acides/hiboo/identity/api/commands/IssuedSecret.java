package org.acides.hiboo.identity.api.commands;

/** What {@link IssueClientSecret} answers: 43 characters of base64url, 256 bits, never stored. */
public record IssuedSecret(String clientId, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "IssuedSecret[" + clientId + "]";
    }
}
