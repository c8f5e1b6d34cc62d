package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.dpop.Proofs;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Reads what an application pushes (RFC 9126 §2.1) by the same rules as what it sends a person with. A proof that comes with
 * it says as well as {@code dpop_jkt} to which key the code will be bound (RFC 9449 §10.1).
 */
@Component
class PushedRequestReading implements AuthenticationConverter {

    private static final String KEY = "dpop_jkt";

    private final Rules rules;
    private final RequestObjects objects;
    private final Proofs proofs;
    private final String endpoint;

    PushedRequestReading(Rules rules, RequestObjects objects, Proofs proofs, PublicAddress address) {
        this.rules = rules;
        this.objects = objects;
        this.proofs = proofs;
        endpoint = address.link("/oauth2/authorize");
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        Authentication sender = SecurityContextHolder.getContext().getAuthentication();
        if (!(sender instanceof OAuth2ClientAuthenticationToken authenticated)
                || authenticated.getRegisteredClient() == null) throw refused("invalid_client", "");
        RegisteredClient client = authenticated.getRegisteredClient();
        Parameters sent = Parameters.of(request.getParameterMap());
        if (request.getQueryString() != null) throw refused("invalid_request", "parameters go into the body");
        if (sent.get("client_id").filter(id -> !id.equals(client.getClientId())).isPresent())
            throw refused("invalid_request", "client_id: another client");
        if (sent.get("request_uri").isPresent())
            throw refused("invalid_request", "request_uri: not in a pushed request");
        return read(authenticated, client, bound(request, unwrapped(client, sent)));
    }

    /** What it signed, where it pushes that (RFC 9126 §3). */
    private Parameters unwrapped(RegisteredClient client, Parameters sent) {
        if (sent.get("request").isEmpty() || sent.repeats("request") || !ClientOf.hasKeys(client)) return sent;
        try {
            return objects.signed(sent.get("request").orElseThrow(), client, sent);
        } catch (IllegalArgumentException malformed) {
            throw refused("invalid_request_object", String.valueOf(malformed.getMessage()));
        }
    }

    private Parameters bound(HttpServletRequest request, Parameters sent) {
        return proofs.key(request)
                .map(key -> {
                    if (!key.equals(sent.get(KEY).orElse(key))) throw refused(Proofs.INVALID, "dpop_jkt: another key");
                    return sent.with(KEY, key);
                })
                .orElse(sent);
    }

    /** @throws OAuth2AuthenticationException when it is not in order */
    OAuth2PushedAuthorizationRequestAuthenticationToken read(
            OAuth2ClientAuthenticationToken sender, RegisteredClient client, Parameters sent) {
        Asked asked = check(client, sent);
        Map<String, Object> kept = new HashMap<>();
        sent.values().keySet().forEach(name -> sent.get(name).ifPresent(value -> kept.put(name, value)));
        kept.keySet().removeAll(java.util.Set.of("client_id", "redirect_uri", "response_type", "scope", "state"));
        return new OAuth2PushedAuthorizationRequestAuthenticationToken(
                endpoint,
                client.getClientId(),
                sender,
                sent.get("redirect_uri").orElse(null),
                asked.reply().state(),
                asked.scopes(),
                kept);
    }

    private Asked check(RegisteredClient client, Parameters sent) {
        try {
            return rules.check(client, Requests.reply(client, sent), sent, Optional.empty());
        } catch (Refusal refusal) {
            boolean redirect = refusal.reply() == null;
            throw refused(
                    redirect ? "invalid_request" : refusal.error(),
                    redirect ? "redirect_uri: not registered" : refusal.description());
        }
    }

    private static OAuth2AuthenticationException refused(String error, String description) {
        return new OAuth2AuthenticationException(new OAuth2Error(error, description, null));
    }
}
