package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.signing.SigningKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the authorization server and the scheduler find by type. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** Public halves alone: nothing but {@link SignedTokens} signs. */
    @Bean
    JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
        return (selector, context) -> selector.select(keys.published());
    }

    @Bean
    Recurring purgeOfTokens(Grants grants, Spent spent) {
        return new Recurring("identity.oidc-purge", Duration.ofMinutes(10), () -> {
            grants.purge();
            spent.purge();
        });
    }
}
