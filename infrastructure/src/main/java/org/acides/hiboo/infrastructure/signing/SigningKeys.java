package org.acides.hiboo.infrastructure.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * The keys that tokens are signed with, the same on every node. A key is published some time before it signs and as long
 * as what it signed may live. Both answers come from memory and are at most a minute old.
 */
public interface SigningKeys {

    /**
     * The key that signs now, with its private half, its {@code kid} and its {@code alg}.
     *
     * @param algorithm ES256 (P-256), RS256 (2,048 bits) or EdDSA (Ed25519)
     * @throws IllegalArgumentException for any other algorithm
     */
    JWK current(JWSAlgorithm algorithm);

    /** Public halves alone, of every key that signs, signed or is about to (RFC 7517). */
    JWKSet published();
}
