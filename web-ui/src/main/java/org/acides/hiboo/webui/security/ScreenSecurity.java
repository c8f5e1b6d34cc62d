package org.acides.hiboo.webui.security;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import org.acides.hiboo.infrastructure.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * What no other chain claims belongs to the screens. A view opens to the roles its annotation names, and to nobody when
 * it has none.
 */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    private static final String[] PICTURES_AND_STYLES = {
        "/VAADIN/**", "/aura/**", "/webui/**", "/logos/*", "/favicon.ico"
    };

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain screens(HttpSecurity http, SecurityContextRepository signedIn, SecurityHeaders everywhere) {
        http.securityContext(context -> context.securityContextRepository(signedIn))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterAfter(new ScreensFollowSignIn(), SecurityContextHolderFilter.class)
                .anonymous(nobody -> nobody.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, PICTURES_AND_STYLES)
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .authenticated()
                        .requestMatchers(ScreenSecurity::isOfAScreen)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(trouble -> trouble.authenticationEntryPoint(new SignInFirst()))
                .logout(out -> out.disable())
                .headers(headers -> {
                    everywhere.everywhere(headers);
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.WITHOUT_SCREEN))
                            .withObjectPostProcessor(early());
                })
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.enableAuthorizedRequestsConfiguration(false)
                                .enableExceptionHandlingConfiguration(false)
                                .enableLogoutConfiguration(false)
                                .enableRequestCacheConfiguration(false));
        return http.build();
    }

    /** A screen's page is forwarded to, and what is written after that is lost. */
    private static ObjectPostProcessor<HeaderWriterFilter> early() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static boolean isOfAScreen(HttpServletRequest request) {
        return HandlerHelper.isFrameworkInternalRequest("/*", request);
    }
}
