package org.acides.hiboo.identity.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Map;

/** Signs JSON Web Tokens (RFC 7519) with the keys that this provider publishes. */
public interface Signer {

    /**
     * @param type {@code typ} (RFC 8725 §3.11): each kind of token has its own, so that none is taken for another
     * @param claims strings, lists, objects, truth values, and instants, which become seconds; {@code iat} and
     *     {@code exp} among them
     */
    String write(JWSAlgorithm algorithm, String type, Map<String, Object> claims);
}
