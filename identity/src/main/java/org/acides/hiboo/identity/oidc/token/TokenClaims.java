package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.oidc.Acr;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What tokens and the user-info endpoint say. Of a person: the pairwise subject, the profile's username and alias, and how
 * they proved who they are. When they did is told to whoever asks alone, for it is the same for each of their profiles.
 */
@Component
class TokenClaims {

    private final Tags tags;

    TokenClaims(Tags tags) {
        this.tags = tags;
    }

    /** What every token begins with; whole seconds. */
    record Frame(String issuer, String clientId, Instant issuedAt, Instant endsAt) {}

    /**
     * RFC 9068 §2.2.
     *
     * @param grant null for a client that acts for nobody: then it is the subject itself
     * @param key thumbprint of the key that it is bound to, or null
     */
    Map<String, Object> access(
            Frame frame, String id, Set<String> scopes, @Nullable Grant grant, @Nullable String key) {
        String subject = grant == null ? frame.clientId() : subject(grant);
        Map<String, Object> claims = begin(frame, subject);
        claims.put("jti", id);
        claims.put("client_id", frame.clientId());
        if (!scopes.isEmpty()) claims.put("scope", String.join(" ", scopes));
        if (key != null) claims.put("cnf", Holders.confirmation(key));
        if (grant != null) how(claims, grant);
        return claims;
    }

    /** OpenID Connect Core §2, and §12.2 for one that comes with a refreshed access token: it repeats no nonce. */
    Map<String, Object> id(Frame frame, Grant grant, JWSAlgorithm algorithm, String accessToken) {
        Map<String, Object> claims = begin(frame, subject(grant));
        if (grant.nonce() != null && grant.latest() == null) claims.put("nonce", grant.nonce());
        claims.put("at_hash", half(algorithm, accessToken));
        claims.put("sid", tags.sid(grant.grantee().sessionTag()));
        how(claims, grant);
        if (grant.scopes().contains("profile") || grant.idClaims().contains("preferred_username"))
            claims.put("preferred_username", grant.username());
        email(claims, grant, grant.idClaims());
        return claims;
    }

    /** OpenID Connect Core §5.3.2. */
    Map<String, Object> userinfo(Grant grant, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject(grant));
        if (scopes.contains("profile") || grant.userinfoClaims().contains("preferred_username"))
            claims.put("preferred_username", grant.username());
        proved(claims, grant);
        email(claims, grant, scopes.contains("email") ? Set.of("email", "email_verified") : grant.userinfoClaims());
        return claims;
    }

    String subject(Grant grant) {
        return tags.of(grant.service(), grant.grantee().profile());
    }

    private static Map<String, Object> begin(Frame frame, String subject) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", frame.issuer());
        claims.put("sub", subject);
        claims.put("aud", List.of(frame.clientId()));
        claims.put("iat", frame.issuedAt());
        claims.put("exp", frame.endsAt());
        return claims;
    }

    private static void how(Map<String, Object> claims, Grant grant) {
        proved(claims, grant);
        if (grant.idClaims().contains("auth_time"))
            claims.put("auth_time", grant.grantee().authenticatedAt().getEpochSecond());
    }

    private static void proved(Map<String, Object> claims, Grant grant) {
        List<String> methods = grant.grantee().methods();
        if (methods.isEmpty()) return;
        claims.put("acr", level(grant));
        claims.put("amr", methods);
    }

    private static String level(Grant grant) {
        List<String> methods = grant.grantee().methods();
        Set<String> asked = grant.idClaims().stream()
                .filter(claim -> claim.startsWith(AskedClaims.LEVEL))
                .map(claim -> claim.substring(AskedClaims.LEVEL.length()))
                .collect(Collectors.toSet());
        return Acr.strongest(asked, methods).orElseGet(() -> Acr.of(methods));
    }

    /** An alias is ours, and mail to it arrives: it is verified by nature. */
    private static void email(Map<String, Object> claims, Grant grant, Set<String> asked) {
        if (asked.contains("email")) claims.put("email", grant.alias());
        if (asked.contains("email_verified") || asked.contains("email")) claims.put("email_verified", true);
    }

    /** {@code at_hash} (OpenID Connect Core §3.1.3.6); Ed25519 hashes with SHA-512 (RFC 8032 §5.1). */
    private static String half(JWSAlgorithm algorithm, String accessToken) {
        try {
            String digest = algorithm.getName().startsWith("Ed") ? "SHA-512" : "SHA-256";
            byte[] hash = MessageDigest.getInstance(digest).digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
