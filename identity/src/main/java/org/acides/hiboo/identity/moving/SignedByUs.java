package org.acides.hiboo.identity.moving;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.oidc.Signer;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Writes what another community can verify by the keys that we publish. */
@Component
class SignedByUs {

    private final Signer signer;
    private final PublicAddress address;

    SignedByUs(Signer signer, PublicAddress address) {
        this.signer = signer;
        this.address = address;
    }

    String write(String type, Community to, Map<String, Object> content, Instant now, Instant expires) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", address.origin().toString());
        claims.put("aud", List.of(to.address().toString()));
        claims.put("iat", now);
        claims.put("exp", expires);
        claims.putAll(content);
        return signer.write(JWSAlgorithm.ES256, type, claims);
    }
}
