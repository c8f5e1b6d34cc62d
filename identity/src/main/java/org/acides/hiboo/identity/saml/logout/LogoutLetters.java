package org.acides.hiboo.identity.saml.logout;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Logout;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.Posting;
import org.acides.hiboo.identity.saml.message.LogoutMessages;
import org.acides.hiboo.identity.saml.message.LogoutMessages.Sent;
import org.acides.hiboo.identity.saml.message.Outgoing;
import org.acides.hiboo.identity.saml.naming.NameIdentifiers;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.identity.saml.provider.ServiceProviders;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys.Certified;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Writes to service providers about signing out, always signed. */
@Component
class LogoutLetters {

    private final ServiceProviders providers;
    private final Profiles profiles;
    private final NameIdentifiers names;
    private final Subjects subjects;
    private final CertifiedKeys keys;
    private final Endpoints endpoints;
    private final Clock clock;

    LogoutLetters(
            ServiceProviders providers,
            Profiles profiles,
            NameIdentifiers names,
            Subjects subjects,
            CertifiedKeys keys,
            Endpoints endpoints,
            Clock clock) {
        this.providers = providers;
        this.profiles = profiles;
        this.names = names;
        this.subjects = subjects;
        this.keys = keys;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** A message that the browser carries. */
    record Letter(Sent sent, URI address, Binding binding, String relayState, Certified key) {

        String id() {
            return sent.id();
        }

        Object send(HttpServletResponse response) {
            return switch (binding) {
                case REDIRECT ->
                    Posting.go(Outgoing.query(address, sent.name(), sent.xml(), relayState, key.privateKey()));
                case POST -> Posting.form(address, Outgoing.form(sent.name(), sent.xml(), relayState), response);
            };
        }
    }

    /** Empty when the service provider cannot be told, or the profile is gone. */
    Optional<Letter> request(ServiceProvider provider, Leg leg, SessionId session) {
        Logout logout = provider.definition().logout();
        if (logout == null) return Optional.empty();
        ProfileId id = new ProfileId(leg.profile());
        return profiles.find(id).map(profile -> {
            Certified key = keys.current();
            Sent sent = LogoutMessages.request(
                    endpoints.entityId(),
                    provider.entityId(),
                    logout.address(),
                    logout.binding(),
                    names.of(profile, session, leg.format()),
                    subjects.session(session, id),
                    key,
                    clock.instant());
            return new Letter(sent, logout.address(), logout.binding(), "", key);
        });
    }

    /** Where the service provider cannot be answered, the person reads that they are signed out. */
    Object answer(Journey.Asked asked, boolean partial, HttpServletResponse response) {
        Logout logout = providers
                .find(new ServiceRef(asked.service()))
                .map(provider -> provider.definition().logout())
                .orElse(null);
        if (logout == null) return new ModelAndView("identity/logged-out");
        Certified key = keys.current();
        Sent sent = LogoutMessages.answer(
                endpoints.entityId(),
                logout.answers(),
                logout.binding(),
                asked.requestId(),
                partial,
                key,
                clock.instant());
        return new Letter(sent, logout.answers(), logout.binding(), asked.relayState(), key).send(response);
    }
}
