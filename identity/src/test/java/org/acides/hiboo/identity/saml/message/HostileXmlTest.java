package org.acides.hiboo.identity.saml.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** XML that wants a file, a server, the memory or the time of whoever reads it. */
@Timeout(20)
class HostileXmlTest {

    private static final String REQUEST = "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
            + " ID=\"_1\" Version=\"2.0\" IssueInstant=\"2026-01-01T00:00:00Z\">"
            + "<saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">%s</saml:Issuer></samlp:AuthnRequest>";

    private static void refused(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Messages.signOnRequest(new Envelope(Binding.POST, bytes, "", null)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> MetadataReading.read(bytes, Instant.EPOCH)).isInstanceOf(Refused.class);
    }

    @Test
    void aFileIsNotRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "https://known.example/");
        refused("<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + REQUEST.formatted("&x;"));
    }

    @Test
    void noServerIsCalled() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String there = "http://localhost:" + server.getAddress().getPort();
        try {
            refused("<!DOCTYPE r SYSTEM \"" + there + "/a.dtd\">" + REQUEST.formatted("a"));
            refused("<!DOCTYPE r [<!ENTITY % x SYSTEM \"" + there + "/b\"> %x;]>" + REQUEST.formatted("a"));
            refused("<!DOCTYPE r [<!ENTITY x SYSTEM \"" + there + "/c\">]>" + REQUEST.formatted("&x;"));
            refused("<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + there + "/d\"/></x>");
            refused("<x xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x " + there
                    + "/e\"/>");
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void entitiesDoNotMultiply() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++)
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        refused(laughs + "]>" + REQUEST.formatted("&a29;"));
        refused("<!DOCTYPE r [<!ENTITY a \"" + "a".repeat(30_000) + "\">]>" + REQUEST.formatted("&a;".repeat(9_000)));
    }

    @Test
    void neitherDepthNorWidthIsFollowed() {
        refused("<a>".repeat(10_000) + "</a>".repeat(10_000));
        StringBuilder wide = new StringBuilder("<a");
        for (int i = 0; i < 5_000; i++) wide.append(" a").append(i).append("=\"\"");
        refused(wide + "/>");
    }

    @Test
    void anEntityOfTheReadersOwnIsNoneEither() {
        refused(REQUEST.formatted("&unknown;"));
        refused("\u0000\u0001");
        refused("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + REQUEST.formatted("a"));
    }

    @Test
    void whatIsUnpackedStaysSmallAndQuick() {
        byte[] bomb = org.acides.hiboo.identity.saml.TestProvider.deflate(new byte[50_000_000]);
        String query = "SAMLRequest="
                + org.acides.hiboo.identity.saml.TestProvider.encode(
                        java.util.Base64.getEncoder().encodeToString(bomb));
        long start = System.nanoTime();
        assertThatThrownBy(() -> Envelope.ofQuery(query, "SAMLRequest")).isInstanceOf(Refusal.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
