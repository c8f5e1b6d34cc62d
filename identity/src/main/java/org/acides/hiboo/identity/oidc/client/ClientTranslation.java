package org.acides.hiboo.identity.oidc.client;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.OidcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Says in the authorization server's words what the catalogue says of a client. */
@Component
class ClientTranslation {

    private final TokenLifetimes lifetimes;

    ClientTranslation(TokenLifetimes lifetimes) {
        this.lifetimes = lifetimes;
    }

    RegisteredClient of(UUID service, OidcClient client, boolean open, List<StoredSecret> secrets) {
        RegisteredClient.Builder builder = RegisteredClient.withId(service.toString())
                .clientId(client.clientId())
                .redirectUris(all -> client.redirectUris().forEach(uri -> all.add(uri.toString())))
                .postLogoutRedirectUris(all -> client.postLogoutRedirectUris().forEach(uri -> all.add(uri.toString())))
                .clientAuthenticationMethods(all -> client.authenticationMethods()
                        .forEach(method -> all.add(ClientAuthenticationMethod.valueOf(method))))
                .authorizationGrantTypes(
                        all -> client.grantTypes().forEach(grant -> all.add(new AuthorizationGrantType(grant))))
                .scopes(all -> all.addAll(client.scopes()))
                .clientSettings(settings(service, client, open))
                .tokenSettings(tokens(client));
        if (!secrets.isEmpty())
            builder.clientSecret(secrets.stream().map(StoredSecret::toString).collect(Collectors.joining(" ")));
        return builder.build();
    }

    private static ClientSettings settings(UUID service, OidcClient client, boolean open) {
        ClientSettings.Builder settings = ClientSettings.builder()
                .requireAuthorizationConsent(!client.firstParty())
                .requireProofKey(client.authenticationMethods().contains("none"))
                .setting(ClientOf.SERVICE, service.toString())
                .setting(ClientOf.OPEN, open)
                .setting(ClientOf.ALGORITHM, client.idTokenAlgorithm())
                .setting(ClientOf.BOUND, client.dpopBoundAccessTokens())
                .setting(ClientOf.KEYS, client.jwks())
                .setting(
                        ClientOf.REQUESTS,
                        client.requestUris().stream().map(URI::toString).toList());
        if (client.backchannelLogout() != null) settings.setting(ClientOf.BACK_CHANNEL, client.backchannelLogout());
        if (client.frontchannelLogout() != null) settings.setting(ClientOf.FRONT_CHANNEL, client.frontchannelLogout());
        if (!client.jwksUri().isEmpty()) settings.jwkSetUrl(client.jwksUri());
        if (client.authenticationMethods().contains("private_key_jwt"))
            settings.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256);
        return settings.build();
    }

    /** The authorization server knows no EdDSA; {@link ClientOf#algorithm} does. */
    private TokenSettings tokens(OidcClient client) {
        TokenSettings.Builder tokens = TokenSettings.builder()
                .authorizationCodeTimeToLive(lifetimes.code())
                .accessTokenTimeToLive(lifetimes.access())
                .refreshTokenTimeToLive(lifetimes.refresh())
                .reuseRefreshTokens(false);
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(client.idTokenAlgorithm());
        return tokens.idTokenSignatureAlgorithm(algorithm == null ? SignatureAlgorithm.ES256 : algorithm)
                .build();
    }
}
