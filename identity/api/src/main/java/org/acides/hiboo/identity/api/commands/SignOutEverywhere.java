package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;

/** Ends every session of one's own, this one too, and everything that applications were granted. */
public record SignOutEverywhere(AccountId accountId) {}
