package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.captcha.Captcha;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.acides.hiboo.infrastructure.web.SameOriginFilter;
import org.acides.hiboo.infrastructure.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may open the plain pages (anyone: each asks for itself who is there), and what keeps them safe. */
@Configuration(proxyBeanMethods = false)
class PlainPages {

    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/passkey",
        "/sign-in/elsewhere/**",
        "/second-step",
        "/second-step/passkey",
        "/factors/**",
        "/sign-up",
        "/sign-out",
        "/verify/**",
        "/reset/**",
        "/recovery/**",
        "/first-admin/**",
        "/picker/**",
        "/device/**",
        "/claim",
        "/leaving/**",
        "/arriving/**",
        "/invitation/**",
        "/terms/**",
        "/mailbox/**",
        "/logos/**",
        "/identity/**",
        "/actuator/health/**",
        "/error"
    };

    private static final RequestMatcher LEADING_AWAY =
            any("/sign-in", "/second-step", "/factors/**", "/sign-out", "/picker/**", "/claim", "/terms/**");

    /** Browsers are asked for passkeys by a script of ours. */
    private static final RequestMatcher SCRIPTED = any("/sign-in", "/second-step", "/factors/passkey");

    /** Forms that ask for a pass. */
    private static final RequestMatcher ASKING = any("/sign-up", "/reset");

    @Bean
    @Order(2)
    SecurityFilterChain plainPagesChain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            SecurityHeaders headers,
            PublicAddress address,
            Captcha captcha) {
        return http.securityMatcher(OPEN)
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(all -> captcha.sources()
                        .ifPresentOrElse(
                                sources -> headers.plain(all, LEADING_AWAY, SCRIPTED, ASKING, sources),
                                () -> headers.plain(all, LEADING_AWAY, SCRIPTED)))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOriginFilter(address), HeaderWriterFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
                .authorizeHttpRequests(asked ->
                        asked.requestMatchers(OPEN).permitAll().anyRequest().denyAll())
                .build();
    }

    private static RequestMatcher any(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++)
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(patterns[i]);
        return new OrRequestMatcher(matchers);
    }
}
