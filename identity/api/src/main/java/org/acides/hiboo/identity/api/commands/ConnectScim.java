package org.acides.hiboo.identity.api.commands;

import java.net.URI;
import java.util.Objects;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/**
 * Has Hiboo tell a service, by SCIM 2.0 (RFC 7644), when profiles of its own are suspended, restored or deleted. What was set
 * before is replaced. Refused: {@code service.unknown}, {@code service.retired}, {@code scim.endpoint-malformed} (https, or
 * http on a loopback host; no user, query nor fragment; at most 500 characters), {@code scim.token-malformed} (1 to 4,000
 * visible ASCII characters).
 *
 * @param endpoint the base address, to which {@code /Users} is added
 * @param token what the service knows Hiboo by; it is sealed, and never shown again
 */
@ProvedLately
public record ConnectScim(ServiceRef service, URI endpoint, String token) {

    public ConnectScim {
        Objects.requireNonNull(service);
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(token);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "ConnectScim[" + service + ", " + endpoint + "]";
    }
}
