package org.acides.hiboo.identity.saml;

import java.net.URI;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Where the door is. */
@Component
public class Endpoints {

    public static final String METADATA = "/saml/metadata";
    public static final String SIGN_ON = "/saml/sso";
    public static final String LOGOUT = "/saml/slo";

    private final PublicAddress address;

    Endpoints(PublicAddress address) {
        this.address = address;
    }

    /** This identity provider's name, which is where its metadata is. */
    public String entityId() {
        return address.link(METADATA);
    }

    public URI signOn() {
        return URI.create(address.link(SIGN_ON));
    }

    public URI logout() {
        return URI.create(address.link(LOGOUT));
    }
}
