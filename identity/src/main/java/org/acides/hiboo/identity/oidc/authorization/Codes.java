package org.acides.hiboo.identity.oidc.authorization;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.identity.oidc.EnteredAs;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Gives codes, or says that the person must agree first. The codes are Spring Authorization Server's. */
@Component
class Codes {

    /** What is kept until the tokens: nothing that tells who the person is, as {@code login_hint} would. */
    private static final Set<String> KEPT = Set.of(
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "claims",
            "dpop_jkt",
            "max_age",
            "acr_values",
            "prompt",
            "response_mode");

    private final OAuth2AuthorizationCodeRequestAuthenticationProvider requests;
    private final OAuth2AuthorizationCodeRequestAuthenticationProvider unasked;
    private final OAuth2AuthorizationConsentAuthenticationProvider consents;
    private final String endpoint;

    Codes(
            RegisteredClientRepository clients,
            OAuth2AuthorizationService authorizations,
            OAuth2AuthorizationConsentService given,
            PublicAddress address) {
        endpoint = address.link("/oauth2/authorize");
        requests = new OAuth2AuthorizationCodeRequestAuthenticationProvider(clients, authorizations, given);
        requests.setAuthorizationConsentRequired(Codes::mustAgree);
        // It always looks for an earlier consent. Where nobody has to agree it looks where there is none, for nothing.
        unasked = new OAuth2AuthorizationCodeRequestAuthenticationProvider(
                clients, authorizations, new InMemoryOAuth2AuthorizationConsentService());
        unasked.setAuthorizationConsentRequired(context -> false);
        consents = new OAuth2AuthorizationConsentAuthenticationProvider(clients, authorizations, given);
    }

    sealed interface Outcome {
        record Code(String value) implements Outcome {}

        /** @param state names the request that waits for the person's consent */
        record Consent(String state) implements Outcome {}
    }

    Outcome issue(Asked asked, EnteredAs who) {
        Map<String, Object> kept = new HashMap<>();
        for (String name : KEPT) asked.parameters().get(name).ifPresent(value -> kept.put(name, value));
        Authentication request = new OAuth2AuthorizationCodeRequestAuthenticationToken(
                endpoint,
                asked.client().getClientId(),
                who,
                asked.parameters().get("redirect_uri").orElse(null),
                asked.reply().state(),
                asked.scopes(),
                kept);
        try {
            Authentication result = (mayAsk(asked) ? requests : unasked).authenticate(request);
            if (result instanceof OAuth2AuthorizationConsentAuthenticationToken waiting)
                return new Outcome.Consent(waiting.getState());
            return new Outcome.Code(code(result));
        } catch (OAuth2AuthenticationException refused) {
            throw asked.refusal(refused.getError().getErrorCode(), "Refused");
        }
    }

    /** The code for a request that waited for consent, which is given to everything that it asks. */
    String agreed(
            RegisteredClient client, OAuth2Authorization waiting, OAuth2AuthorizationRequest request, EnteredAs who) {
        String state = waiting.getAttribute("state");
        if (state == null) throw Refusal.shown("stale");
        try {
            return code(consents.authenticate(new OAuth2AuthorizationConsentAuthenticationToken(
                    endpoint, client.getClientId(), who, state, request.getScopes(), Map.of())));
        } catch (OAuth2AuthenticationException refused) {
            throw Refusal.shown("stale");
        }
    }

    private static String code(Authentication result) {
        if (result instanceof OAuth2AuthorizationCodeRequestAuthenticationToken answered
                && answered.getAuthorizationCode() != null)
            return answered.getAuthorizationCode().getTokenValue();
        throw new IllegalStateException("neither a code nor a refusal");
    }

    private static boolean mayAsk(Asked asked) {
        return asked.client().getClientSettings().isRequireAuthorizationConsent() || asked.prompts("consent");
    }

    private static boolean mustAgree(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationRequest request = context.getAuthorizationRequest();
        if (request == null) throw new IllegalStateException("no request");
        if (request.getAdditionalParameters().get("prompt") instanceof String prompt
                && Rules.words(prompt).contains("consent")) return true;
        var given = context.getAuthorizationConsent();
        return given == null || !given.getScopes().containsAll(request.getScopes());
    }
}
