package org.acides.hiboo.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ApproveProfile;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.RefuseProfile;
import org.acides.hiboo.identity.api.commands.RequestProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;

/** A manager for the demo's managed service, and what its members asked of her. */
final class DemoRequests {

    private static final Actor ACTOR = Actor.system("demo");
    private static final String MANAGER = "cheveche";

    private final Commands commands;
    private final Accounts accounts;
    private final ServiceRef service;

    /** @param service one whose profiles are managed */
    DemoRequests(Commands commands, Accounts accounts, ServiceRef service) {
        this.commands = commands;
        this.accounts = accounts;
        this.service = service;
    }

    void send() {
        commands.send(new EntrustService(account(MANAGER), service), ACTOR);
        commands.send(new ApproveProfile(ask("hulotte", "hulotte.range", "Pour les partitions de la chorale.")), ACTOR);
        commands.send(
                new RefuseProfile(
                        ask("tengmalm", "sauvegardes", "Pour sauvegarder mes photos, deux téraoctets."),
                        "Nous n’avons pas tant de place : voyez plutôt l’association d’à côté."),
                ACTOR);
        ProfileId _ =
                ask("petitduc", "petit.duc", "Bonsoir ! Je rejoins l’atelier du jeudi, et on m’y demande un agenda.");
    }

    private ProfileId ask(String login, String username, String message) {
        ProfileId profile =
                new ProfileId(UUID.nameUUIDFromBytes(("demo request " + username).getBytes(StandardCharsets.UTF_8)));
        commands.send(
                new RequestProfile(profile, service, account(login), username, message),
                new Actor(profile.toString(), Role.MEMBER.name()));
        return profile;
    }

    private AccountId account(String login) {
        return accounts.byLoginName(login).map(AccountState::id).orElseThrow();
    }
}
