package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.identity.oidc.device.DeviceDoor;
import org.acides.hiboo.identity.oidc.dpop.Challenges;
import org.acides.hiboo.identity.oidc.dpop.Nonces;
import org.acides.hiboo.identity.oidc.dpop.ProofHeader;
import org.acides.hiboo.identity.oidc.exchange.ExchangeDoor;
import org.acides.hiboo.identity.oidc.token.TokenDoor;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.acides.hiboo.infrastructure.web.SameOriginFilter;
import org.acides.hiboo.infrastructure.web.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.cors.CorsConfiguration;

/**
 * The endpoints of the provider. Spring Authorization Server answers applications; people are answered by our own pages,
 * so that its authorization and logout endpoints lie at addresses that nothing leads to.
 */
@Configuration(proxyBeanMethods = false)
class OpenIdConnectConfiguration {

    private static final String[] PATHS = {
        "/oauth2/**",
        "/userinfo",
        "/connect/**",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server"
    };

    private static final String PLAIN =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    AuthorizationServerSettings providerSettings(PublicAddress address) {
        return AuthorizationServerSettings.builder()
                .issuer(address.origin().toString())
                .authorizationEndpoint("/nowhere/authorize")
                .oidcLogoutEndpoint("/nowhere/logout")
                .deviceVerificationEndpoint("/nowhere/device")
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain openIdConnect(
            HttpSecurity http,
            SecurityContextRepository people,
            PushedRequestReading pushed,
            PublicClients publicClients,
            Discovery discovery,
            TokenDoor tokens,
            DeviceDoor devices,
            ExchangeDoor exchange,
            PublicAddress address,
            Nonces nonces,
            SecurityHeaders securityHeaders) {
        http.securityMatcher(PATHS)
                .oauth2AuthorizationServer(server -> {
                    provide(server, pushed, publicClients, discovery);
                    tokens.open(http, server);
                    devices.open(server, new TokenErrors());
                    server.tokenEndpoint(token -> token.authenticationProviders(all -> {
                        devices.join(all);
                        exchange.join(all);
                    }));
                })
                .authorizeHttpRequests(requests -> requests.requestMatchers("/userinfo")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(resources ->
                        resources.authenticationConverter(new SentTokens()).authenticationEntryPoint(new Challenges()))
                .securityContext(context -> context.securityContextRepository(people))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> cors.configurationSource(OpenIdConnectConfiguration::anyOrigin))
                // The authorization server's configurer would switch it on again, with a servlet session for its token.
                .csrf(csrf -> csrf.ignoringRequestMatchers(request -> true))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    securityHeaders.everywhere(headers);
                    headers.addHeaderWriter(new StaticHeadersWriter("Content-Security-Policy", PLAIN));
                })
                .addFilterAfter(ownForms(address), HeaderWriterFilter.class)
                .addFilterBefore(new Limits(), SecurityContextHolderFilter.class)
                .addFilterBefore(new ProofHeader(nonces), SecurityContextHolderFilter.class)
                .addFilterBefore(new Caching(), SecurityContextHolderFilter.class);
        return http.build();
    }

    private static void provide(
            OAuth2AuthorizationServerConfigurer server,
            PushedRequestReading pushed,
            PublicClients publicClients,
            Discovery discovery) {
        TokenErrors errors = new TokenErrors();
        server.clientAuthentication(client -> client.authenticationConverter(publicClients)
                        .authenticationProvider(publicClients)
                        .errorResponseHandler(errors))
                .tokenEndpoint(token -> token.errorResponseHandler(errors))
                .tokenIntrospectionEndpoint(introspection -> introspection.errorResponseHandler(errors))
                .tokenRevocationEndpoint(revocation -> revocation.errorResponseHandler(errors))
                .pushedAuthorizationRequestEndpoint(
                        par -> par.errorResponseHandler(errors).pushedAuthorizationRequestConverters(readers -> {
                            readers.clear();
                            readers.add(pushed);
                        }))
                .authorizationServerMetadataEndpoint(metadata ->
                        metadata.authorizationServerMetadataCustomizer(members -> members.claims(discovery::describe)))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(provider ->
                        provider.providerConfigurationCustomizer(members -> members.claims(discovery::describe))));
    }

    /** What a person decides on a page of ours comes from that page. */
    private static Filter ownForms(PublicAddress address) {
        SameOriginFilter sameOrigin = new SameOriginFilter(address);
        Set<String> forms = Set.of("/oauth2/consent", "/connect/logout/confirm");
        return (request, response, chain) -> {
            if (forms.contains(((HttpServletRequest) request).getServletPath()))
                sameOrigin.doFilter(request, response, chain);
            else chain.doFilter(request, response);
        };
    }

    /** Applications that run in a browser call these from their own origins, and never with our cookie. */
    private static @Nullable CorsConfiguration anyOrigin(HttpServletRequest request) {
        List<String> methods = switch (request.getServletPath()) {
            case "/oauth2/token", "/oauth2/revoke", "/oauth2/par", "/oauth2/device_authorization" -> List.of("POST");
            case "/userinfo" -> List.of("GET", "POST");
            case "/oauth2/jwks", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server" ->
                List.of("GET");
            default -> List.of();
        };
        if (methods.isEmpty()) return null;
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(List.of("*"));
        cors.setAllowedMethods(methods);
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "DPoP"));
        cors.setExposedHeaders(List.of("WWW-Authenticate", "DPoP-Nonce"));
        cors.setAllowCredentials(false);
        cors.setMaxAge(Duration.ofHours(1));
        return cors;
    }
}
