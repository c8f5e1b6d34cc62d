package org.acides.hiboo.identity.oidc.exchange;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Puts our exchange in the place of Spring Authorization Server's, which gives any client's token to any other. */
@Component
public class ExchangeDoor {

    private final TokenExchange exchange;

    ExchangeDoor(TokenExchange exchange) {
        this.exchange = exchange;
    }

    /** Takes its place among what answers at the token endpoint. */
    public void join(List<AuthenticationProvider> all) {
        all.removeIf(OAuth2TokenExchangeAuthenticationProvider.class::isInstance);
        all.add(exchange);
    }
}
