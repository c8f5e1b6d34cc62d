package org.acides.hiboo.identity.api.events;

/** Wrong on purpose: an event without a name of its own. */
public record SomethingNameless(String text) {}
