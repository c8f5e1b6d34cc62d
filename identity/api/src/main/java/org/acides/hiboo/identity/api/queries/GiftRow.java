package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.GiftId;

/** A gift, without its secret and without who used it. */
public record GiftRow(GiftId giftId, boolean used, boolean withdrawn, Instant expiresAt, Instant issuedAt) {}
