package org.acides.hiboo.identity.saml.message;

import java.net.URI;
import java.time.Instant;

/**
 * Why a request gets no assertion.
 *
 * @param inResponseTo the request's identifier
 * @param requester whether it is the request's fault; else it is nobody's
 * @param reason the second status code's last word (SAML V2.0 Core §3.2.2.2), such as {@code NoPassive}
 */
public record Failure(
        String issuer, URI consumer, String inResponseTo, boolean requester, String reason, Instant now) {}
