package org.acides.hiboo.identity.moving;

import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What of moves goes on by itself, and the door for other communities, who prove by a signature who they are. */
@Configuration(proxyBeanMethods = false)
class MovingConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain receiptsOfCommunities(HttpSecurity http) {
        return http.securityMatcher(CommunityHttp.RECEIPTS)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(asked -> asked.anyRequest().permitAll())
                .build();
    }

    @Bean
    Recurring arrivalsOfProfiles(ArrivalRounds rounds) {
        return new Recurring("identity.arrivals", Duration.ofSeconds(10), rounds::round);
    }

    @Bean
    Recurring clearingOfMoves(StoredMoves moves, StoredArrivals arrivals) {
        return new Recurring("identity.ended-moves", Duration.ofHours(1), () -> {
            moves.clear();
            arrivals.clear();
        });
    }
}
