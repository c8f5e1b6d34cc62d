package org.acides.hiboo.infrastructure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The certificates with which browsers introduced themselves to a proxy in front (RFC 8446 §4.4.2), as it passes them on in a
 * header that {@code hiboo.client-certificate.header} names: in the form of {@code Client-Cert} (RFC 9440 §2.1), or in that of
 * nginx's {@code $ssl_client_escaped_cert}. Nobody is believed but who connects from an address that
 * {@code server.tomcat.remoteip.internal-proxies} matches; without a name of a header, nobody at all.
 */
@Component
public class ClientCertificates {

    private final String header;
    private final Pattern proxies;

    ClientCertificates(
            @Value("${hiboo.client-certificate.header:}") String header,
            @Value("${server.tomcat.remoteip.internal-proxies:(?!)}") String proxies) {
        this.header = header.strip();
        this.proxies = Pattern.compile(proxies);
        if (!this.header.matches("[A-Za-z0-9-]*"))
            throw new IllegalArgumentException("hiboo.client-certificate.header: letters, digits and dashes");
    }

    /** Whether any proxy's word is taken. */
    public boolean taken() {
        return !header.isEmpty();
    }

    /**
     * Whose private key the browser behind a request has shown to hold. Nothing else of the certificate is known to be true:
     * who signed it, and until when it is good, is for the caller to ask.
     *
     * @return empty also when the header is malformed, or there is more than one
     */
    public Optional<X509Certificate> shownBy(HttpServletRequest request) {
        if (!taken() || request.getAttribute(PeerValve.TRUSTED) == null) return Optional.empty();
        List<String> values = Collections.list(request.getHeaders(header));
        return values.size() == 1 ? PassedCertificate.read(values.getFirst()) : Optional.empty();
    }

    boolean trusts(String peer) {
        return proxies.matcher(peer).matches();
    }

    @Configuration(proxyBeanMethods = false)
    static class Peers {

        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> peersOfCertificates(ClientCertificates which) {
            return tomcat -> {
                if (which.taken()) tomcat.addEngineValves(new PeerValve(which));
            };
        }
    }
}
