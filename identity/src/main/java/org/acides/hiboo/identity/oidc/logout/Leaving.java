package org.acides.hiboo.identity.oidc.logout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.IdTokenHints;
import org.acides.hiboo.identity.oidc.IdTokenHints.Hint;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Understands what an application asks when it signs somebody out. */
@Component
class Leaving {

    static final Set<String> PARAMETERS =
            Set.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state", "logout_hint", "ui_locales");

    private static final int LONGEST = 6000;

    private final RegisteredClientRepository clients;
    private final IdTokenHints hints;
    private final OwnerLinks owners;
    private final Subjects subjects;

    Leaving(RegisteredClientRepository clients, IdTokenHints hints, OwnerLinks owners, Subjects subjects) {
        this.clients = clients;
        this.hints = hints;
        this.owners = owners;
        this.subjects = subjects;
    }

    /** The request makes no sense, or asks to be sent where no client registered. */
    static final class Unreadable extends RuntimeException {
        Unreadable() {
            super(null, null, false, false);
        }
    }

    /**
     * @param onward where the person goes afterwards, or null for nowhere
     * @param meant whether the ID token is about this very session of the person who is signed in
     */
    record Request(@Nullable String onward, @Nullable RegisteredClient client, boolean meant) {}

    Map<String, String> parameters(Map<String, String[]> all) {
        Map<String, String> known = all.entrySet().stream()
                .filter(entry -> PARAMETERS.contains(entry.getKey()))
                .filter(entry -> !String.join("", entry.getValue()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> {
                    if (entry.getValue().length > 1) throw new Unreadable();
                    return entry.getValue()[0];
                }));
        if (known.values().stream().mapToInt(String::length).sum() > LONGEST) throw new Unreadable();
        return known;
    }

    /** @throws Unreadable as above; an ID token that we cannot know any more merely proves nothing */
    Request read(Map<String, String> sent, @Nullable SignedIn who) {
        Optional<Hint> hint = Optional.ofNullable(sent.get("id_token_hint")).flatMap(hints::read);
        Optional<String> named = Optional.ofNullable(sent.get("client_id"));
        if (named.isPresent() && hint.isPresent() && !hint.get().audience().contains(named.get()))
            throw new Unreadable();
        RegisteredClient client = named.or(() -> hint.flatMap(Leaving::onlyAudience))
                .map(clients::findByClientId)
                .orElse(null);
        String to = sent.get("post_logout_redirect_uri");
        if (to != null && (client == null || !client.getPostLogoutRedirectUris().contains(to))) throw new Unreadable();
        boolean meant = who != null
                && client != null
                && hint.filter(one -> about(who, client, one)).isPresent();
        return new Request(to == null ? null : to + state(to, sent.get("state")), client, meant);
    }

    private static Optional<String> onlyAudience(Hint hint) {
        return hint.audience().size() == 1 ? Optional.of(hint.audience().getFirst()) : Optional.empty();
    }

    private boolean about(SignedIn who, RegisteredClient client, Hint hint) {
        ServiceRef service = ServiceRef.of(client.getClientSettings().getSetting("hiboo.service"));
        return owners.profilesOf(who.account(), service).stream()
                .anyMatch(profile -> subjects.of(service, profile).equals(hint.subject())
                        && subjects.session(who.session(), profile).equals(hint.session()));
    }

    private static String state(String to, @Nullable String state) {
        if (state == null) return "";
        return (to.indexOf('?') < 0 ? "?" : "&") + "state="
                + java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8);
    }
}
