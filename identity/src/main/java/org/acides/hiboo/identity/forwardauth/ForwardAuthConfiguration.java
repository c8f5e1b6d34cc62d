package org.acides.hiboo.identity.forwardauth;

import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Anybody may ask: each page sees for itself who is there. */
@Configuration(proxyBeanMethods = false)
class ForwardAuthConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain forwardAuth(HttpSecurity http, SecurityContextRepository people, SecurityHeaders headers) {
        return http.securityMatcher("/forward-auth/**")
                .securityContext(context -> context.securityContextRepository(people))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(all -> headers.plain(all, AnyRequestMatcher.INSTANCE))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(asked -> asked.anyRequest().permitAll())
                .build();
    }

    @Bean
    Recurring sweepOfForwardAuth(ProxyEntries entries) {
        return new Recurring("identity.forward-auth-sweep", Duration.ofMinutes(10), entries::sweep);
    }
}
