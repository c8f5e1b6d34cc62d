package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.GiftId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For the service's managers. Refused: {@code service.not-managed}, {@code gift.unknown}. */
public record WithdrawGift(@TargetAggregateIdentifier GiftId giftId) {}
