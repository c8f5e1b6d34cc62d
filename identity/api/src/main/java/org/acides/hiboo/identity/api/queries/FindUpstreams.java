package org.acides.hiboo.identity.api.queries;

/** Every provider elsewhere, by name; answers {@link UpstreamRow}. */
public record FindUpstreams() {}
