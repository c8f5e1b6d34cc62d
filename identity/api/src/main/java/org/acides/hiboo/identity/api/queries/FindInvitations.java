package org.acides.hiboo.identity.api.queries;

/** Asks for every {@link InvitationRow}, newest first. */
public record FindInvitations() {}
