package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.acides.hiboo.infrastructure.signing.HeldCertificate;
import org.acides.hiboo.journeys.Person.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Certificates that browsers show to nginx, with the server block that operators are shown. */
class ClientCertificateJourney {

    private static final String ADMIN = "grandduc";
    private static final String HEADER = "X-Client-Certificate";
    private static final HeldCertificate HELD = HeldCertificate.named("Ada");

    private static Nginx nginx;
    private static RunningHiboo hiboo;

    @BeforeAll
    static void start() {
        nginx = new Nginx().askingForCertificates();
        hiboo = RunningHiboo.fresh("client-certificates")
                .environment("HIBOO_ADDRESS", nginx.address().toString())
                .environment("HIBOO_TRUSTED_PROXIES", "127\\.0\\.0\\.1")
                .environment("HIBOO_CLIENT_CERTIFICATE_HEADER", HEADER)
                .start();
        nginx.before(hiboo);
    }

    @AfterAll
    static void stop() {
        hiboo.close();
        nginx.close();
    }

    @Test
    void aMemberAddsTheCertificateOfTheirBrowserAndNobodyElseUsesIt() {
        Person ada = showing(HELD.context(nginx.certificate().value()));
        Page page = ada.submit(
                ada.open(hiboo.firstAdmin()),
                Map.of(
                        "username",
                        ADMIN,
                        "email",
                        ADMIN + "@example.test",
                        "password",
                        Members.password(ADMIN),
                        "terms",
                        "on"));
        assertThat(page.address()).hasPath("/factors/authenticator");
        page = ada.open(at("/factors/certificate?continue=/terms"));
        assertThat(page.text()).contains("Your browser shows the certificate made out to: Ada");
        page = ada.submit(page, Map.of("name", "card"));
        assertThat(page.address()).hasPath("/factors/recovery-codes");

        Person elsewhere = showing(HELD.context(nginx.certificate().value()));
        page = elsewhere.submit(signIn(elsewhere), Map.of("certificate", "shown"));
        assertThat(page.address()).hasPath("/sessions");

        SSLContext nothing = HeldCertificate.noneTrusting(nginx.certificate().value());
        for (String forged : new String[] {HELD.asEscapedPem(), HELD.asByteSequence()}) {
            Person thief = showing(nothing, HEADER, forged);
            page = signIn(thief);
            assertThat(page.text()).contains("Your browser showed no certificate");
            page = thief.send(page, page.form("form"), Map.of("certificate", "shown"));
            assertThat(page.status()).isEqualTo(401);
            assertThat(page.address()).hasPath("/second-step");
        }

        Person impostor =
                showing(HeldCertificate.named("Ada").context(nginx.certificate().value()), HEADER, HELD.asEscapedPem());
        page = impostor.submit(signIn(impostor), Map.of("certificate", "shown"));
        assertThat(page.text()).contains("Hiboo does not know this certificate");
    }

    @Test
    void nginxItselfRefusesWhatHasExpired() {
        Instant now = Instant.now();
        HeldCertificate expired =
                HeldCertificate.of(HELD.pair(), "Ada", now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        Person late = showing(expired.context(nginx.certificate().value()));
        assertThat(late.open(at("/sign-in")).status()).isEqualTo(400);
        Person nobody = showing(HeldCertificate.noneTrusting(nginx.certificate().value()));
        assertThat(nobody.open(at("/sign-in")).status()).isEqualTo(200);
    }

    private static Page signIn(Person person) {
        Page page = person.submit(
                person.open(at("/sign-in?continue=/sessions")),
                Map.of("username", ADMIN, "password", Members.password(ADMIN)));
        assertThat(page.address()).hasPath("/second-step");
        return page;
    }

    private static Person showing(SSLContext tls, String... header) {
        return new Person(
                tls,
                header.length == 0 ? Map.of() : Map.of(header[0], header[1]),
                nginx.address().getAuthority());
    }

    private static URI at(String path) {
        return nginx.address().resolve(path);
    }
}
