package org.acides.hiboo.identity.saml.web;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.message.OwnMetadata;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What service providers read about this identity provider, at the address that is its name. */
@Controller
class MetadataPage {

    /** The type that SAML V2.0 Metadata registers in its appendix A. */
    private static final MediaType TYPE = MediaType.parseMediaType("application/samlmetadata+xml");

    private final Endpoints endpoints;
    private final CertifiedKeys keys;
    private volatile @Nullable Written written;

    /** Signed once for as long as the keys are the same: nobody makes us sign by asking. */
    private record Written(String entityId, List<X509Certificate> certificates, byte[] xml) {}

    MetadataPage(Endpoints endpoints, CertifiedKeys keys) {
        this.endpoints = endpoints;
        this.keys = keys;
    }

    @GetMapping(Endpoints.METADATA)
    ResponseEntity<byte[]> metadata() {
        byte[] xml = current().xml();
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(xml);
    }

    private Written current() {
        String entityId = endpoints.entityId();
        List<X509Certificate> certificates = keys.published();
        Written last = written;
        if (last != null
                && last.entityId().equals(entityId)
                && last.certificates().equals(certificates)) return last;
        String xml = OwnMetadata.write(entityId, endpoints.signOn(), endpoints.logout(), certificates, keys.current());
        Written now = new Written(entityId, certificates, xml.getBytes(StandardCharsets.UTF_8));
        written = now;
        return now;
    }
}
