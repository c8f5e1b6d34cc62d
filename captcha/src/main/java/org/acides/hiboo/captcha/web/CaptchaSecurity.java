package org.acides.hiboo.captcha.web;

import org.acides.hiboo.infrastructure.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Anybody may ask, and nobody is known: no session, no cookie read or set. Forms and scripts of any site come here, so that
 * where a request comes from is seen to by {@link Origins} and not by {@code SameOriginFilter}: there is nobody here in
 * whose name a stranger could act.
 */
@Configuration(proxyBeanMethods = false)
class CaptchaSecurity {

    private static final String PLAIN = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String SCRIPTED =
            PLAIN + "; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self' blob:";

    /** The widget is its own worker too, which obeys the policy that its file came with (HTML, “run a worker”). */
    private static final String WORKER =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain captchaChain(HttpSecurity http, SecurityHeaders headers, Origins origins) {
        RequestMatcher demo = PathPatternRequestMatcher.withDefaults().matcher("/captcha/demo/**");
        RequestMatcher widget = PathPatternRequestMatcher.withDefaults().matcher("/captcha/widget.js");
        return http.securityMatcher("/captcha/**")
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> cors.configurationSource(origins))
                .headers(all -> {
                    headers.everywhere(all);
                    all.addHeaderWriter(policy(demo, SCRIPTED))
                            .addHeaderWriter(policy(widget, WORKER))
                            .addHeaderWriter(
                                    policy(new NegatedRequestMatcher(new OrRequestMatcher(demo, widget)), PLAIN))
                            // Pages that isolate themselves may still show what we give them.
                            .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "cross-origin"));
                })
                .addFilterAfter(new WithoutParts(), HeaderWriterFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(asked -> asked.requestMatchers(HttpMethod.GET, "/captcha/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/captcha/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, "/captcha/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static DelegatingRequestMatcherHeaderWriter policy(RequestMatcher where, String policy) {
        return new DelegatingRequestMatcherHeaderWriter(
                where, new StaticHeadersWriter("Content-Security-Policy", policy));
    }
}
