package org.acides.hiboo.identity.oidc.token;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;

/** The authorization server's own endpoints and nothing in front of them; it goes when the dialogue is there. */
@TestConfiguration(proxyBeanMethods = false)
class TokenEndpoints {

    @Bean
    AuthorizationServerSettings issuer() {
        return AuthorizationServerSettings.builder()
                .issuer("https://id.example.org")
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain endpoints(HttpSecurity http, TokenDoor door) {
        return http.securityMatcher("/oauth2/**", "/userinfo")
                .oauth2AuthorizationServer(server -> door.open(http, server.oidc(Customizer.withDefaults())))
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .sessionManagement(all -> all.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
