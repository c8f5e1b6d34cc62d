package org.acides.hiboo.identity.upstream.visit;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a browser asks of a provider (OpenID Connect Core §3.1.2.1). It always says how long ago the person may have proved
 * there who they are, for then the provider must say when they did (§2, {@code auth_time}): at once where they are to prove
 * it anew, else as long ago as a session of our own may have begun.
 */
@Component
class Departure {

    private final PublicAddress address;
    private final Duration longest;

    Departure(PublicAddress address, @Value("${hiboo.session.absolute:90d}") Duration longest) {
        this.address = address;
        this.longest = longest;
    }

    URI to(Provider provider, Metadata metadata, BrowserKey key, boolean afresh, Locale language) {
        UriComponentsBuilder request = UriComponentsBuilder.fromUri(metadata.authorization())
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{back}")
                .queryParam("state", key.state())
                .queryParam("nonce", key.nonce())
                .queryParam("code_challenge", key.challenge())
                .queryParam("code_challenge_method", "S256")
                .queryParam("max_age", since(afresh).toSeconds())
                .queryParam("ui_locales", language.getLanguage());
        if (afresh) request.queryParam("prompt", "login");
        if (provider.trusted()) request.queryParam("acr_values", IdTokens.SECOND_FACTOR);
        return request.encode()
                .buildAndExpand(provider.clientId(), back(provider))
                .toUri();
    }

    /** How long before the visit began the person may have proved who they are. */
    Duration since(boolean afresh) {
        return afresh ? Duration.ZERO : longest;
    }

    String back(Provider provider) {
        return address.link(provider.callback());
    }
}
