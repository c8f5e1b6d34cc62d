package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;

/** Makes the picker show again at the next sign-in to the service. */
public record ForgetProfileChoice(AccountId accountId, ServiceRef service) {}
