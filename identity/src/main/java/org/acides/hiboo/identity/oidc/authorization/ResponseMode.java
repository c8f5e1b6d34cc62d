package org.acides.hiboo.identity.oidc.authorization;

import java.util.Optional;

/** How an answer travels (OAuth 2.0 Multiple Response Types §2.1, OAuth 2.0 Form Post Response Mode). */
enum ResponseMode {
    QUERY("query"),
    FRAGMENT("fragment"),
    FORM_POST("form_post");

    final String value;

    ResponseMode(String value) {
        this.value = value;
    }

    static Optional<ResponseMode> of(String value) {
        for (ResponseMode mode : values()) if (mode.value.equals(value)) return Optional.of(mode);
        return Optional.empty();
    }
}
