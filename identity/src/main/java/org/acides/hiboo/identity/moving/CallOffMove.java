package org.acides.hiboo.identity.moving;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.MoveId;

/** What has not left yet stays. Twice is the same as once. */
record CallOffMove(MoveId moveId, AccountId account) {}
