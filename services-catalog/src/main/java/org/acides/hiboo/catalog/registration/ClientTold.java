package org.acides.hiboo.catalog.registration;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.catalog.api.OidcClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a client is told of itself, in the words that it registered with (RFC 7591 §3.2.1). */
final class ClientTold {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClientTold() {}

    /** As the client stands. */
    static void write(OidcClient client, Map<String, Object> into) {
        into.put("client_id", client.clientId());
        into.put("redirect_uris", texts(client.redirectUris()));
        if (!client.postLogoutRedirectUris().isEmpty())
            into.put("post_logout_redirect_uris", texts(client.postLogoutRedirectUris()));
        into.put(
                "token_endpoint_auth_method",
                client.authenticationMethods().iterator().next());
        into.put("grant_types", List.copyOf(client.grantTypes()));
        into.put("response_types", client.grantTypes().contains("authorization_code") ? List.of("code") : List.of());
        into.put("scope", String.join(" ", client.scopes()));
        into.put("subject_type", "pairwise");
        into.put("id_token_signed_response_alg", client.idTokenAlgorithm());
        if (!client.jwksUri().isEmpty()) into.put("jwks_uri", client.jwksUri());
        if (!client.jwks().isEmpty()) into.put("jwks", JSON.readTree(client.jwks()));
        if (!client.userinfoAlgorithm().isEmpty()) into.put("userinfo_signed_response_alg", client.userinfoAlgorithm());
        if (!client.requestUris().isEmpty()) into.put("request_uris", texts(client.requestUris()));
        write(client.backchannelLogout(), "backchannel_logout", into);
        write(client.frontchannelLogout(), "frontchannel_logout", into);
        into.put("dpop_bound_access_tokens", client.dpopBoundAccessTokens());
    }

    private static void write(@Nullable LogoutAddress address, String channel, Map<String, Object> into) {
        if (address == null) return;
        into.put(channel + "_uri", address.uri().toString());
        into.put(channel + "_session_required", address.sessionRequired());
    }

    private static List<String> texts(Collection<URI> addresses) {
        return addresses.stream().map(URI::toString).toList();
    }
}
