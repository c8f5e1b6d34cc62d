package org.acides.hiboo.identity.oidc.authorization;

import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.profile.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Requests that wait for the consent of the person whose profile they are about. */
@Component
class WaitingRequests {

    private static final OAuth2TokenType STATE = new OAuth2TokenType("state");
    private static final int LONGEST_STATE = 100;

    private final OAuth2AuthorizationService authorizations;
    private final OAuth2AuthorizationConsentService consents;
    private final RegisteredClientRepository clients;
    private final Profiles profiles;

    WaitingRequests(
            OAuth2AuthorizationService authorizations,
            OAuth2AuthorizationConsentService consents,
            RegisteredClientRepository clients,
            Profiles profiles) {
        this.authorizations = authorizations;
        this.consents = consents;
        this.clients = clients;
        this.profiles = profiles;
    }

    record Waiting(
            OAuth2Authorization row,
            OAuth2AuthorizationRequest request,
            RegisteredClient client,
            ServiceRef service,
            ProfileId profile,
            Reply reply) {}

    /** Empty when it was answered a while ago, or when the person may not enter with the profile. */
    Optional<Waiting> find(String state, SignedIn who) {
        if (state.isEmpty() || state.length() > LONGEST_STATE) return Optional.empty();
        OAuth2Authorization row = authorizations.findByToken(state, STATE);
        if (row == null) return Optional.empty();
        return waiting(row)
                .filter(found -> profiles.find(who.account(), found.service(), found.profile())
                        .isPresent());
    }

    private Optional<Waiting> waiting(OAuth2Authorization row) {
        OAuth2AuthorizationRequest request = row.getAttribute(OAuth2AuthorizationRequest.class.getName());
        RegisteredClient client = clients.findById(row.getRegisteredClientId());
        if (request == null || client == null) return Optional.empty();
        ProfileId profile;
        try {
            profile = ProfileId.of(row.getPrincipalName());
        } catch (IllegalArgumentException pushedByAClient) {
            return Optional.empty();
        }
        ServiceRef service = ServiceRef.of(client.getClientSettings().getSetting("hiboo.service"));
        return Optional.of(new Waiting(row, request, client, service, profile, reply(request, client)));
    }

    private static Reply reply(OAuth2AuthorizationRequest request, RegisteredClient client) {
        String address = request.getRedirectUri();
        return new Reply(
                address == null ? client.getRedirectUris().iterator().next() : address,
                mode(request.getAdditionalParameters().get("response_mode")),
                request.getState());
    }

    private static ResponseMode mode(@Nullable Object value) {
        return value instanceof String text ? ResponseMode.of(text).orElse(ResponseMode.QUERY) : ResponseMode.QUERY;
    }

    /** What the person agreed to before is withdrawn with it. */
    void refuse(Waiting request) {
        authorizations.remove(request.row());
        OAuth2AuthorizationConsent before =
                consents.findById(request.client().getId(), request.profile().toString());
        if (before != null) consents.remove(before);
    }
}
