package org.acides.hiboo.catalog.api;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A service's OpenID Connect client (OpenID Connect Dynamic Client Registration 1.0 §2 names the fields).
 *
 * @param clientId 1 to 100 characters of {@code A-Za-z0-9._~-}; unique in the instance
 * @param redirectUris compared character by character (RFC 9700 §2.1); absolute, no fragment; https, or http on a
 *     loopback host, or a private-use scheme with a dot (RFC 8252); at least one when the code grant is used
 * @param postLogoutRedirectUris same form; may be empty
 * @param authenticationMethods {@code client_secret_basic}, {@code client_secret_post}, {@code private_key_jwt} or
 *     {@code none} (a public client, for which PKCE proves possession)
 * @param grantTypes what {@link #GRANT_TYPES} names, as their RFCs do
 * @param scopes what it may ask for; {@code openid} among them for sign-in
 * @param idTokenAlgorithm {@code ES256}, {@code RS256} or {@code EdDSA}
 * @param jwksUri where a {@code private_key_jwt} client, or one that signs its requests, publishes its keys; else empty
 * @param firstParty run by the community itself, so that no consent page is shown
 * @param backchannelLogout where Hiboo tells the application that somebody is signed out (OpenID Connect Back-Channel
 *     Logout 1.0 §2.2): https, or http on a loopback host; null where it is told nothing
 * @param frontchannelLogout what the browser of whoever signs out loads in a frame (OpenID Connect Front-Channel Logout
 *     1.0 §2): scheme, host and port are those of a redirect address; null for nothing
 * @param dpopBoundAccessTokens only tokens that are bound to a key of the application are given out (RFC 9449 §5.2)
 * @param jwks the keys themselves (RFC 7517 §5), in place of their address: JSON of at most 20,000 characters; else empty
 * @param userinfoAlgorithm what the answers of the user-info endpoint are signed with, one of {@link #ALGORITHMS}; empty for
 *     plain JSON
 * @param requestUris where its requests may lie (OpenID Connect Core §6.2): https, or http on a loopback host
 */
public record OidcClient(
        String clientId,
        List<URI> redirectUris,
        List<URI> postLogoutRedirectUris,
        Set<String> authenticationMethods,
        Set<String> grantTypes,
        Set<String> scopes,
        String idTokenAlgorithm,
        String jwksUri,
        boolean firstParty,
        @Nullable LogoutAddress backchannelLogout,
        @Nullable LogoutAddress frontchannelLogout,
        boolean dpopBoundAccessTokens,
        String jwks,
        String userinfoAlgorithm,
        List<URI> requestUris) {

    public static final Set<String> AUTHENTICATION_METHODS =
            Set.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");
    /** RFC 6749 §4, RFC 8628 §3.4 and RFC 8693 §2.1. */
    public static final Set<String> GRANT_TYPES = Set.of(
            "authorization_code",
            "refresh_token",
            "client_credentials",
            "urn:ietf:params:oauth:grant-type:device_code",
            "urn:ietf:params:oauth:grant-type:token-exchange");

    public static final Set<String> ALGORITHMS = Set.of("ES256", "RS256", "EdDSA");
    public static final Set<String> SCOPES = Set.of("openid", "profile", "email", "offline_access");

    public OidcClient {
        Objects.requireNonNull(clientId);
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        authenticationMethods = sorted(authenticationMethods);
        grantTypes = sorted(grantTypes);
        scopes = sorted(scopes);
        Objects.requireNonNull(jwksUri);
        Objects.requireNonNull(jwks);
        requestUris = List.copyOf(requestUris);
        if (!clientId.matches("[A-Za-z0-9._~-]{1,100}"))
            throw new MalformedField("clientId", "1 to 100 of A-Z a-z 0-9 . _ ~ -");
        requireRedirects("redirectUris", redirectUris);
        requireRedirects("postLogoutRedirectUris", postLogoutRedirectUris);
        if (!AUTHENTICATION_METHODS.containsAll(authenticationMethods) || authenticationMethods.isEmpty())
            throw new MalformedField("authenticationMethods", "one or more of " + AUTHENTICATION_METHODS);
        if (!GRANT_TYPES.containsAll(grantTypes) || grantTypes.isEmpty())
            throw new MalformedField("grantTypes", "one or more of " + GRANT_TYPES);
        if (grantTypes.contains("authorization_code") && redirectUris.isEmpty())
            throw new MalformedField("redirectUris", "the code grant needs one");
        if (!ALGORITHMS.contains(idTokenAlgorithm))
            throw new MalformedField("idTokenAlgorithm", "one of " + ALGORITHMS);
        if (scopes.size() > 50) throw new MalformedField("scopes", "at most 50");
        if (!jwksUri.isEmpty()) requireKeysAddress(jwksUri);
        if (!jwks.isEmpty() && (!jwksUri.isEmpty() || jwks.length() > 20_000 || !jwks.startsWith("{")))
            throw new MalformedField("jwks", "a JSON object of at most 20,000 characters, and no jwksUri beside it");
        if (authenticationMethods.contains("private_key_jwt") && jwksUri.isEmpty() && jwks.isEmpty())
            throw new MalformedField("jwksUri", "needed with private_key_jwt");
        if (!userinfoAlgorithm.isEmpty() && !ALGORITHMS.contains(userinfoAlgorithm))
            throw new MalformedField("userinfoAlgorithm", "one of " + ALGORITHMS);
        if (requestUris.size() > 20) throw new MalformedField("requestUris", "at most 20 addresses");
        for (URI uri : requestUris) new LogoutAddress(withoutFragment(uri), false).require("requestUris");
        for (String scope : scopes)
            if (!scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}"))
                throw new MalformedField("scopes", "RFC 6749 §3.3 characters, at most 100");
        if (backchannelLogout != null) backchannelLogout.require("backchannelLogout");
        if (frontchannelLogout != null) frontchannelLogout.require("frontchannelLogout");
        if (frontchannelLogout != null && redirectUris.stream().noneMatch(frontchannelLogout::isBeside))
            throw new MalformedField("frontchannelLogout", "the scheme, host and port of a redirect address");
    }

    /** As most are: it is told of nobody's signing out, and its tokens are good for whoever bears them. */
    public OidcClient(
            String clientId,
            List<URI> redirectUris,
            List<URI> postLogoutRedirectUris,
            Set<String> authenticationMethods,
            Set<String> grantTypes,
            Set<String> scopes,
            String idTokenAlgorithm,
            String jwksUri,
            boolean firstParty) {
        this(
                clientId,
                redirectUris,
                postLogoutRedirectUris,
                authenticationMethods,
                grantTypes,
                scopes,
                idTokenAlgorithm,
                jwksUri,
                firstParty,
                null,
                null,
                false);
    }

    /** As admins configure one: its keys have an address, it is told of people in plain JSON, and asks in the open. */
    public OidcClient(
            String clientId,
            List<URI> redirectUris,
            List<URI> postLogoutRedirectUris,
            Set<String> authenticationMethods,
            Set<String> grantTypes,
            Set<String> scopes,
            String idTokenAlgorithm,
            String jwksUri,
            boolean firstParty,
            @Nullable LogoutAddress backchannelLogout,
            @Nullable LogoutAddress frontchannelLogout,
            boolean dpopBoundAccessTokens) {
        this(
                clientId,
                redirectUris,
                postLogoutRedirectUris,
                authenticationMethods,
                grantTypes,
                scopes,
                idTokenAlgorithm,
                jwksUri,
                firstParty,
                backchannelLogout,
                frontchannelLogout,
                dpopBoundAccessTokens,
                "",
                "",
                List.of());
    }

    /** A fragment there is the hash of what lies there (OpenID Connect Core §6.2). */
    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        return uri.getRawFragment() == null ? uri : URI.create(text.substring(0, text.indexOf('#')));
    }

    private static void requireKeysAddress(String text) {
        if (text.length() > 2000 || !text.matches("https://[^/?#@\\s]+[\\x21-\\x7E]*"))
            throw new MalformedField("jwksUri", "an https address of at most 2,000 characters");
    }

    private static void requireRedirects(String field, List<URI> uris) {
        if (uris.size() > 20) throw new MalformedField(field, "at most 20 addresses");
        for (URI uri : uris) requireRedirect(field, uri);
    }

    private static void requireRedirect(String field, URI uri) {
        boolean plain = uri.isAbsolute()
                && !uri.isOpaque()
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && uri.toString().length() <= 2000;
        if (!plain) throw new MalformedField(field, "absolute, no fragment nor user, at most 2,000 characters");
        boolean loopback = uri.getHost() != null && uri.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        boolean fine = uri.getScheme().equals("https") && uri.getHost() != null
                || uri.getScheme().equals("http") && loopback
                || uri.getScheme().contains(".");
        if (!fine) throw new MalformedField(field, "https, loopback http, or a private-use scheme");
    }

    /** One order, so that what is written twice is written alike. */
    private static Set<String> sorted(Set<String> words) {
        return Collections.unmodifiableSet(new TreeSet<>(words));
    }
}
