package org.acides.hiboo.catalog.api.queries;

/** Asks for the newest 200 {@link RegistrationOfferRow}s, newest first. */
public record FindRegistrationOffers() {}
