package org.acides.hiboo.catalog.registration;

/**
 * What an application asks cannot be registered (RFC 7591 §3.2.2).
 *
 * <p>{@link #description()} is ASCII without quotes and backslashes: for developers, never with a value that was sent.
 */
final class RegistrationError extends RuntimeException {

    private final String error;

    private RegistrationError(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    static RegistrationError metadata(String description) {
        return new RegistrationError("invalid_client_metadata", description);
    }

    static RegistrationError redirect(String description) {
        return new RegistrationError("invalid_redirect_uri", description);
    }

    static RegistrationError statement() {
        return new RegistrationError("invalid_software_statement", "software statements are not heeded here");
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
