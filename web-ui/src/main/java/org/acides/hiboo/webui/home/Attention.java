package org.acides.hiboo.webui.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.catalog.api.queries.FindServicesWithoutClient;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.identity.api.queries.CountContests;
import org.acides.hiboo.identity.api.queries.CountProfileRequests;
import org.acides.hiboo.identity.api.queries.FindInvitations;
import org.acides.hiboo.identity.api.queries.InvitationRow;
import org.acides.hiboo.infrastructure.api.Processors.State;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.identity.invitations.Standing;

/** What an admin should look at, and where. */
record Attention(String key, Object argument, String address) {

    private static final Duration SOON = Duration.ofDays(3);

    static List<Attention> all(Answers answers, List<Status> processors, Instant now) {
        List<Attention> all = new ArrayList<>();
        for (Status status : processors) {
            if (status.state() == State.FAILING || status.state() == State.STOPPED)
                all.add(new Attention("attention." + status.state(), status.name(), "admin/processors"));
            if (status.deadLetters() > 0)
                all.add(new Attention("attention.letters", status.name(), "admin/processors"));
        }
        for (ServiceRow service : answers.all(new FindServicesWithoutClient(), ServiceRow.class))
            all.add(new Attention("attention.no-client", service.name(), "admin/services/" + service.serviceId()));
        long ending = answers.all(new FindInvitations(), InvitationRow.class).stream()
                .filter(row -> endsSoon(row, now))
                .count();
        int waiting = answers.count(new CountProfileRequests(null));
        int contested = answers.count(new CountContests(null));
        if (contested > 0) all.add(new Attention("attention.contests", contested, "managing"));
        if (waiting > 0) all.add(new Attention("attention.requests", waiting, "managing"));
        if (ending > 0) all.add(new Attention("attention.invitations", ending, "admin/invitations"));
        return all;
    }

    static boolean endsSoon(InvitationRow invitation, Instant now) {
        return Standing.of(invitation, now) == Standing.OPEN
                && invitation.expiresAt().isBefore(now.plus(SOON));
    }
}
