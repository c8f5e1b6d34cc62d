package org.acides.hiboo.identity.oidc.token;

import org.acides.hiboo.identity.oidc.client.ClientAssertions;
import org.acides.hiboo.identity.oidc.client.ClientSecretCheck;
import org.acides.hiboo.identity.oidc.client.NamelessAssertions;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Puts what lies behind the endpoints where the authorization server looks for it, beside the beans that it finds alone. */
@Component
public class TokenDoor {

    private final ClientSecretCheck secrets;
    private final ClientAssertions assertions;
    private final Introspection introspection;
    private final Revocation revocation;
    private final UserInfo userInfo;
    private final UserInfoAnswer userInfoAnswer;

    TokenDoor(
            ClientSecretCheck secrets,
            ClientAssertions assertions,
            Introspection introspection,
            Revocation revocation,
            UserInfo userInfo,
            UserInfoAnswer userInfoAnswer) {
        this.secrets = secrets;
        this.assertions = assertions;
        this.introspection = introspection;
        this.revocation = revocation;
        this.userInfo = userInfo;
        this.userInfoAnswer = userInfoAnswer;
    }

    /** To be called while the chain of the authorization server is made; what else it configures stays as it is. */
    public void open(HttpSecurity http, OAuth2AuthorizationServerConfigurer server) {
        server.clientAuthentication(this::clients)
                .tokenIntrospectionEndpoint(endpoint -> endpoint.authenticationProviders(all -> {
                    all.clear();
                    all.add(introspection);
                }))
                .tokenRevocationEndpoint(endpoint -> endpoint.authenticationProviders(all -> {
                    all.clear();
                    all.add(revocation);
                }))
                .oidc(oidc -> oidc.userInfoEndpoint(endpoint -> endpoint.userInfoResponseHandler(userInfoAnswer)
                        .authenticationProviders(all -> {
                            all.clear();
                            all.add(userInfo);
                        })));
        http.oauth2ResourceServer(resources -> resources.jwt(jwt -> jwt.authenticationManager(userInfo::bearer)));
    }

    private void clients(OAuth2ClientAuthenticationConfigurer clients) {
        clients.authenticationConverter(new NamelessAssertions());
        clients.authenticationProviders(all -> all.forEach(this::prepare));
    }

    private void prepare(AuthenticationProvider provider) {
        if (provider instanceof ClientSecretAuthenticationProvider bySecret)
            bySecret.setPasswordEncoder(secrets.encoder());
        if (provider instanceof JwtClientAssertionAuthenticationProvider byAssertion)
            byAssertion.setJwtDecoderFactory(assertions);
    }
}
