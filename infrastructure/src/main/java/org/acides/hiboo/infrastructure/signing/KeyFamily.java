package org.acides.hiboo.infrastructure.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.List;

/**
 * Keys that are made, announced and withdrawn together.
 *
 * @param algorithms as the table names them; no other family's
 */
record KeyFamily(List<JWSAlgorithm> algorithms, Maker maker) {

    interface Maker {
        JWK make(JWSAlgorithm algorithm, Instant now);
    }

    /** What tokens are signed with. */
    static final KeyFamily TOKENS = new KeyFamily(KeyPairs.ALGORITHMS, (algorithm, now) -> KeyPairs.make(algorithm));

    /** What signs where a certificate is wanted. */
    static final KeyFamily CERTIFIED = new KeyFamily(List.of(CertifiedPairs.NAME), CertifiedPairs::make);

    KeyFamily {
        algorithms = List.copyOf(algorithms);
    }
}
