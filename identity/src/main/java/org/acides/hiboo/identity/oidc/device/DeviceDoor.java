package org.acides.hiboo.identity.oidc.device;

import java.util.List;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationProvider;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Puts what answers devices in the place of Spring Authorization Server's own, whose pages and store are not ours. */
@Component
public class DeviceDoor {

    private final DeviceAuthorization authorization;
    private final DeviceGrant grant;
    private final PublicAddress address;

    DeviceDoor(DeviceAuthorization authorization, DeviceGrant grant, PublicAddress address) {
        this.authorization = authorization;
        this.grant = grant;
        this.address = address;
    }

    /** To be called while the chain of the authorization server is made. */
    public void open(OAuth2AuthorizationServerConfigurer server, AuthenticationFailureHandler errors) {
        server.deviceAuthorizationEndpoint(endpoint -> endpoint.verificationUri(address.link("/device"))
                .errorResponseHandler(errors)
                .authenticationProviders(all -> {
                    all.clear();
                    all.add(authorization);
                }));
    }

    /** Takes its place among what answers at the token endpoint. */
    public void join(List<AuthenticationProvider> all) {
        all.removeIf(OAuth2DeviceCodeAuthenticationProvider.class::isInstance);
        all.add(grant);
    }
}
