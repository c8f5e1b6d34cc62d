package org.acides.hiboo.identity.api.queries;

import java.net.URI;

/** @param callback where the provider is to send people back to: to register the client there with */
public record UpstreamFound(URI issuer, URI callback) {}
