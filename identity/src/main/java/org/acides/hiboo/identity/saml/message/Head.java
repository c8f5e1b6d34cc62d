package org.acides.hiboo.identity.saml.message;

import java.time.Instant;

/**
 * What every message begins with (SAML V2.0 Core §3.2).
 *
 * @param id an XML name of at most 256 characters
 * @param issuer the sender's entity identifier, at most 1,024 characters
 * @param destination where it was sent to; empty when it does not say
 */
public record Head(String id, String issuer, Instant issuedAt, String destination) {}
