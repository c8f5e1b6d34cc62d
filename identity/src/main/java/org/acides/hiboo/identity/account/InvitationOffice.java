package org.acides.hiboo.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.InvitationId;
import org.acides.hiboo.identity.api.commands.IssueInvitation;
import org.acides.hiboo.identity.api.commands.WithdrawInvitation;
import org.acides.hiboo.identity.api.queries.FindInvitations;
import org.acides.hiboo.identity.api.queries.InvitationRow;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What admins do with invitations. */
@Component
class InvitationOffice {

    private static final int MOST_USES = 1_000;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Repository<Invitation> repository;
    private final Invitations invitations;
    private final PublicAddress address;
    private final JdbcClient jdbc;
    private final Clock clock;

    InvitationOffice(
            Repository<Invitation> repository,
            Invitations invitations,
            PublicAddress address,
            JdbcClient jdbc,
            Clock clock) {
        this.repository = repository;
        this.invitations = invitations;
        this.address = address;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @CommandHandler
    String handle(IssueInvitation command) throws Exception {
        Duration validFor = command.validFor();
        if (command.uses() < 1 || command.uses() > MOST_USES) throw new Refused("invitation.uses", MOST_USES);
        if (validFor.compareTo(SHORTEST) < 0 || validFor.compareTo(LONGEST) > 0)
            throw new Refused("invitation.valid-for", LONGEST.toDays());
        InvitationId id = InvitationId.random();
        String secret = Secret.fresh();
        Instant now = clock.instant();
        invitations.keep(id, secret);
        repository.newInstance(() -> new Invitation(id, command.uses(), now.plus(validFor), now));
        return address.link("/sign-up?invitation=" + secret);
    }

    @CommandHandler
    void handle(WithdrawInvitation command) {
        InvitationId id = command.invitationId();
        boolean known = jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.invitation WHERE invitation_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!known) throw new Refused("invitation.unknown");
        repository.load(id.toString()).execute(invitation -> invitation.withdraw(clock.instant()));
    }

    @QueryHandler
    List<InvitationRow> handle(FindInvitations query) {
        return jdbc.sql("SELECT i.invitation_id, i.uses, coalesce(s.used, 0) AS used, i.expires_at, i.withdrawn,"
                        + " i.issued_at FROM identity.invitation i LEFT JOIN identity.invitation_secret s"
                        + " ON s.invitation_id = i.invitation_id ORDER BY i.issued_at DESC, i.invitation_id")
                .query(InvitationOffice::row)
                .list();
    }

    private static InvitationRow row(ResultSet row, int number) throws SQLException {
        return new InvitationRow(
                new InvitationId(row.getObject("invitation_id", UUID.class)),
                row.getInt("uses"),
                row.getInt("used"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("withdrawn"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
