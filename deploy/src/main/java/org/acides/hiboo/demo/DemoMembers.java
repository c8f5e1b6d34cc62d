package org.acides.hiboo.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.account.Registration.Applicant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;

/** Signs the demo's members up, those who are not there yet. */
final class DemoMembers {

    private static final Actor ACTOR = Actor.system("demo");

    private final Commands commands;
    private final Registration registration;
    private final Accounts accounts;
    private final String terms;
    private final DemoAuthenticator authenticator;
    private final Map<String, ServiceRef> services;

    DemoMembers(
            Commands commands,
            Registration registration,
            Accounts accounts,
            String terms,
            Iterable<DemoService> services,
            DemoAuthenticator authenticator) {
        this.commands = commands;
        this.registration = registration;
        this.accounts = accounts;
        this.terms = terms;
        this.authenticator = authenticator;
        this.services = java.util.stream.StreamSupport.stream(services.spliterator(), false)
                .collect(Collectors.toMap(
                        DemoService::slug,
                        service -> new ServiceRef(service.id().value())));
    }

    void join() {
        boolean anew = false;
        for (DemoMember member : DemoMember.all()) {
            if (accounts.byLoginName(member.login()).isEmpty()) {
                join(member);
                anew = true;
            }
            if (!member.roles().isEmpty())
                accounts.byLoginName(member.login())
                        .ifPresent(account -> authenticator.enrol(member.login(), account.id()));
        }
        if (anew) new DemoRequests(commands, accounts, services.get("nextcloud")).send();
    }

    private void join(DemoMember member) {
        AccountId account = registration.register(new Applicant(
                member.login(), member.login() + "@hulotte.example", DemoMember.PASSWORD, "fr", terms, null));
        registration.verifyEmail(account);
        for (Role role : member.roles()) commands.send(new GrantRole(account, role), ACTOR);
        for (Map.Entry<String, String> face : member.profiles()) {
            ProfileId profile = new ProfileId(UUID.nameUUIDFromBytes(
                    ("demo profile " + face.getKey() + " " + face.getValue()).getBytes(StandardCharsets.UTF_8)));
            ServiceRef service = services.get(face.getKey());
            commands.send(
                    new CreateProfile(profile, service, account, face.getValue()),
                    new Actor(profile.toString(), Role.MEMBER.name()));
        }
    }
}
