package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.InvitationId;

/** Refused: {@code invitation.unknown}. */
public record WithdrawInvitation(InvitationId invitationId) {}
