package org.acides.hiboo.identity.saml.web;

import org.acides.hiboo.infrastructure.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Anybody may knock: each endpoint asks for itself who is there. Forms come from other sites by design, without our
 * cookie, and change nothing for the person before they come back with it.
 */
@Configuration(proxyBeanMethods = false)
class SamlConfiguration {

    private static final String PLAIN =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain saml(HttpSecurity http, SecurityContextRepository people, SecurityHeaders securityHeaders) {
        return http.securityMatcher("/saml/**")
                .securityContext(context -> context.securityContextRepository(people))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(asked -> asked.anyRequest().permitAll())
                .headers(headers -> {
                    securityHeaders.everywhere(headers);
                    headers.addHeaderWriter(new StaticHeadersWriter("Content-Security-Policy", PLAIN));
                })
                .addFilterBefore(new Sizes(), SecurityContextHolderFilter.class)
                .build();
    }
}
