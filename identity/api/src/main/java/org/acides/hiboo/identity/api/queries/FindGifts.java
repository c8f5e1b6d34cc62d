package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.ServiceRef;

/** A service's gifts, newest first, 100 at most; answers {@link GiftRow}. */
public record FindGifts(ServiceRef service) {}
