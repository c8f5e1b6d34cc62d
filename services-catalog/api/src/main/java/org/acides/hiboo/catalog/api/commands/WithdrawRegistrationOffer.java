package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.OfferId;

/** Nobody registers with it any more; who did stays. Refused: {@code offer.unknown}. Twice is the same as once. */
public record WithdrawRegistrationOffer(OfferId offerId) {}
