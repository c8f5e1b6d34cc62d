package org.acides.hiboo.identity.oidc.authorization;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.IdTokenHints;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * What an authorization request must keep to, once it is known whom to answer: RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID
 * Connect Core §3.1.2.1.
 */
@Component
class Rules {

    /** All values together, in characters. */
    static final int LONGEST = 6000;

    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    /** SHA-256 in base64url. */
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final IdTokenHints hints;

    Rules(IdTokenHints hints) {
        this.hints = hints;
    }

    Asked check(RegisteredClient client, Reply reply, Parameters asked, Optional<String> pushed) {
        form(reply, asked);
        responseType(client, reply, asked);
        challenge(client, reply, asked);
        if (asked.get("dpop_jkt").filter(key -> !DIGEST.matcher(key).matches()).isPresent())
            throw invalid(reply, "dpop_jkt: malformed");
        Set<String> prompts = words(asked.get("prompt").orElse(""));
        if (!PROMPTS.containsAll(prompts)) throw invalid(reply, "prompt: unknown value");
        if (prompts.contains("none") && prompts.size() > 1) throw invalid(reply, "prompt: none stands alone");
        Optional<String> maxAge = asked.get("max_age");
        if (maxAge.filter(age -> !SECONDS.matcher(age).matches()).isPresent())
            throw invalid(reply, "max_age: a number of seconds");
        Claims claims = claims(reply, asked);
        return new Asked(
                client,
                ServiceRef.of(client.getClientSettings().getSetting("hiboo.service")),
                reply,
                scopes(client, reply, asked),
                prompts,
                maxAge.map(Long::parseLong).map(Duration::ofSeconds),
                claims.acr(),
                subject(client, reply, asked, claims),
                asked,
                pushed);
    }

    private static void form(Reply reply, Parameters asked) {
        if (asked.length() > LONGEST) throw invalid(reply, "too long");
        if (asked.holdsNul()) throw invalid(reply, "a character that no text has");
        asked.repeated().ifPresent(name -> {
            throw invalid(reply, name + ": sent more than once");
        });
        if (asked.get("request").isPresent())
            throw Refusal.answering(reply, "request_not_supported", "This client has no keys to sign it with");
        if (asked.get("request_uri").isPresent())
            throw Refusal.answering(reply, "request_uri_not_supported", "Only pushed requests are");
        if (asked.get("response_mode")
                .filter(mode -> ResponseMode.of(mode).isEmpty())
                .isPresent()) throw invalid(reply, "response_mode: query, fragment or form_post");
    }

    private static void responseType(RegisteredClient client, Reply reply, Parameters asked) {
        String type = asked.get("response_type").orElseThrow(() -> invalid(reply, "response_type: missing"));
        if (!type.equals("code")) throw Refusal.answering(reply, "unsupported_response_type", "Only code is supported");
        if (!client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.AUTHORIZATION_CODE))
            throw Refusal.answering(reply, "unauthorized_client", "This client may not ask for codes");
    }

    private static void challenge(RegisteredClient client, Reply reply, Parameters asked) {
        Optional<String> challenge = asked.get("code_challenge");
        boolean needed = client.getClientSettings().isRequireProofKey()
                || client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE);
        if (challenge.isEmpty() && needed) throw invalid(reply, "code_challenge: missing");
        if (challenge.isEmpty() && asked.get("code_challenge_method").isPresent())
            throw invalid(reply, "code_challenge: missing");
        if (challenge.isEmpty()) return;
        if (!asked.get("code_challenge_method").equals(Optional.of("S256")))
            throw invalid(reply, "code_challenge_method: S256");
        if (!DIGEST.matcher(challenge.get()).matches()) throw invalid(reply, "code_challenge: malformed");
    }

    /** Scopes that the client may not have are left out, and the token answer says so (RFC 6749 §3.3). */
    private static Set<String> scopes(RegisteredClient client, Reply reply, Parameters asked) {
        Set<String> scopes = words(asked.get("scope").orElse(""));
        boolean any = !scopes.isEmpty();
        scopes.retainAll(client.getScopes());
        if (any && scopes.isEmpty())
            throw Refusal.answering(reply, "invalid_scope", "This client may have none of these scopes");
        return scopes;
    }

    private static Claims claims(Reply reply, Parameters asked) {
        try {
            return asked.get("claims").map(Claims::parse).orElse(Claims.NONE);
        } catch (IllegalArgumentException malformed) {
            throw invalid(reply, "claims: malformed");
        }
    }

    private Optional<String> subject(RegisteredClient client, Reply reply, Parameters asked, Claims claims) {
        Set<String> subjects = new HashSet<>(claims.subjects());
        asked.get("id_token_hint")
                .ifPresent(hint -> subjects.add(hints.read(hint)
                        .filter(read -> read.audience().contains(client.getClientId()))
                        .orElseThrow(() -> invalid(reply, "id_token_hint: no ID token of this client"))
                        .subject()));
        if (subjects.size() > 1) throw invalid(reply, "id_token_hint and claims name several subjects");
        return subjects.stream().findFirst();
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split(" ")));
        words.remove("");
        return words;
    }

    private static Refusal invalid(Reply reply, String description) {
        return Refusal.answering(reply, "invalid_request", description);
    }
}
