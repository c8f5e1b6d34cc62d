package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks a service's managers for a profile. The message, 1 to 1,000 characters, is for them. Refused: {@code service.unknown}, {@code service.not-open}, {@code profile.not-on-request}, {@code profile.at-once}, {@code profile.request-waiting}, {@code profile.quota-reached} (quota), {@code request.message-malformed} (most), and the username refusals of {@link CreateProfile}. */
public record RequestProfile(
        @TargetAggregateIdentifier ProfileId profileId,
        ServiceRef service,
        AccountId owner,
        String username,
        String message) {}
