package org.acides.hiboo.identity.oidc.logout;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.logout.Entries.Entry;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.acides.hiboo.identity.session.LogoutFrames;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * The frames of OpenID Connect Front-Channel Logout 1.0 §3. One for each service, though several profiles entered it: two
 * frames of one page would tell the service that they are one person's, and a browser is signed in there once.
 */
@Component
class FrontChannel implements LogoutFrames {

    private final Entries entries;
    private final OwnerLinks owners;
    private final Subjects subjects;
    private final ProfileChoices choices;
    private final RegisteredClientRepository clients;
    private final PublicAddress issuer;

    FrontChannel(
            Entries entries,
            OwnerLinks owners,
            Subjects subjects,
            ProfileChoices choices,
            RegisteredClientRepository clients,
            PublicAddress issuer) {
        this.entries = entries;
        this.owners = owners;
        this.subjects = subjects;
        this.choices = choices;
        this.clients = clients;
        this.issuer = issuer;
    }

    @Override
    public List<URI> of(SignedIn who) {
        String[] sids = owners.profilesOf(who.account()).stream()
                .map(profile -> subjects.session(who.session(), profile))
                .toArray(String[]::new);
        return entries.of(sids).stream().collect(Collectors.groupingBy(Entry::service)).values().stream()
                .map(entered -> likeliest(who, entered))
                .flatMap(entry -> frame(entry).stream())
                .toList();
    }

    /** Nothing says which profile entered last; the one that the member goes in with as a rule is as good a guess as any. */
    private Entry likeliest(SignedIn who, Collection<Entry> entered) {
        ServiceRef service = entered.iterator().next().service();
        return choices.remembered(who.account(), service)
                .flatMap(usual -> entered.stream()
                        .filter(entry -> entry.profile().equals(usual))
                        .findFirst())
                .orElseGet(() -> entered.iterator().next());
    }

    private Optional<URI> frame(Entry entry) {
        RegisteredClient client = clients.findById(entry.service().toString());
        if (client == null) return Optional.empty();
        return ClientOf.frontchannelLogout(client).map(LogoutAddress::uri).map(uri -> {
            String address = uri.toString();
            return URI.create(address + (address.indexOf('?') < 0 ? "?" : "&") + "iss="
                    + URLEncoder.encode(issuer.origin().toString(), StandardCharsets.UTF_8) + "&sid=" + entry.sid());
        });
    }
}
