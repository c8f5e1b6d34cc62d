package org.acides.hiboo.identity.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.commands.CloseUpstream;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.api.commands.RegisterUpstream;
import org.acides.hiboo.identity.api.commands.RemoveUpstream;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What admins do with other providers. */
class UpstreamsTest extends OpenIdConnectLife {

    private static final String SECRET = "a-secret-that-nobody-reads";

    @Autowired
    Upstreams upstreams;

    @Autowired
    UpstreamSecrets secrets;

    private static RegisterUpstream registration(UpstreamId id, String issuer) {
        return new RegisterUpstream(id, "Mésanges", URI.create(issuer), "chouettes", SECRET, false);
    }

    private UpstreamId registered() {
        UpstreamId id = UpstreamId.random();
        commands.send(registration(id, issuer()), ADMIN);
        return id;
    }

    private static String issuer() {
        return "https://" + UUID.randomUUID() + ".example";
    }

    @Test
    void aProviderIsClosedBeforeAnAdminOpensIt() {
        UpstreamId id = registered();
        assertThat(upstreams.find(id).orElseThrow().open()).isFalse();
        commands.send(new OpenUpstream(id), ADMIN);
        assertThat(upstreams.open()).extracting(Provider::id).contains(id);
        commands.send(new CloseUpstream(id), ADMIN);
        assertThat(upstreams.open()).extracting(Provider::id).doesNotContain(id);
    }

    @Test
    void anIssuerIsRegisteredOnceHoweverManyTry() throws Exception {
        String issuer = issuer();
        assertThat(race(4, () -> commands.send(registration(UpstreamId.random(), issuer), ADMIN)))
                .containsExactlyInAnyOrder(
                        "done", "upstream.issuer-taken", "upstream.issuer-taken", "upstream.issuer-taken");
    }

    @Test
    void askedForTwiceItIsOne() {
        UpstreamId id = UpstreamId.random();
        String issuer = issuer();
        commands.send(registration(id, issuer), ADMIN);
        commands.send(registration(id, issuer), ADMIN);
        assertThat(upstreams.find(id)).isPresent();
    }

    @Test
    void eachSendsPeopleBackToAPlaceOfItsOwn() {
        assertThat(Issuers.callback(URI.create("https://a.example")))
                .matches("/sign-in/elsewhere/[0-9a-f]{24}")
                .isNotEqualTo(Issuers.callback(URI.create("https://a.example/")));
    }

    @Test
    void nonsenseIsRefused() {
        for (String issuer : List.of(
                "http://id.example",
                "ftp://id.example",
                "urn:id",
                "https://id.example/?a=b",
                "https://id.example/#a",
                "https://me@id.example",
                "https://id.example/" + "a".repeat(500)))
            refused(() -> commands.send(registration(UpstreamId.random(), issuer), ADMIN), "upstream.issuer-malformed");
        UpstreamId id = UpstreamId.random();
        URI issuer = URI.create(issuer());
        for (String name : List.of(" ", "x".repeat(61)))
            refused(
                    () -> commands.send(new RegisterUpstream(id, name, issuer, "c", SECRET, false), ADMIN),
                    "upstream.name-malformed");
        for (String client : List.of("", "a b", "é", "x".repeat(201)))
            refused(
                    () -> commands.send(new RegisterUpstream(id, "M", issuer, client, SECRET, false), ADMIN),
                    "upstream.client-malformed");
        for (String secret : List.of("", "a b", "x".repeat(1001)))
            refused(
                    () -> commands.send(new RegisterUpstream(id, "M", issuer, "c", secret, false), ADMIN),
                    "upstream.secret-malformed");
        assertThat(upstreams.find(id)).isEmpty();
    }

    @Test
    void onlyAdminsDecide() {
        UpstreamId id = registered();
        Actor member = new Actor(UUID.randomUUID().toString(), "MEMBER", Instant.MAX);
        refused(() -> commands.send(registration(UpstreamId.random(), issuer()), member), "upstream.not-yours");
        refused(() -> commands.send(new ChangeUpstream(id, "M", null, true), member), "upstream.not-yours");
        refused(() -> commands.send(new OpenUpstream(id), member), "upstream.not-yours");
        refused(() -> commands.send(new CloseUpstream(id), member), "upstream.not-yours");
        refused(() -> commands.send(new RemoveUpstream(id), member), "upstream.not-yours");
    }

    @Test
    void noSecretIsReadAnywhere() {
        UpstreamId id = registered();
        assertThat(secrets.find(id)).contains(SECRET);
        UUID first = subject(id);
        commands.send(new ChangeUpstream(id, "Mésanges", "another-secret", true), ADMIN);
        assertThat(secrets.find(id)).contains("another-secret");
        assertThat(subject(id)).isNotEqualTo(first);
        assertThat(upstreams.find(id).orElseThrow().trusted()).isTrue();
        assertThat(events("payload::text LIKE '%" + SECRET + "%' OR payload::text LIKE '%another-secret%'"))
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.upstream_secret WHERE secret_box LIKE '%secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        commands.send(new RemoveUpstream(id), ADMIN);
        assertThat(secrets.find(id)).isEmpty();
    }

    /** A long life at random, beside what it should come to. */
    @Test
    void whateverHappensTheLookUpIsWhatTheEventsSay() {
        Random random = new Random(20_261_128);
        Map<UpstreamId, Boolean> open = new HashMap<>();
        UpstreamId[] all = new UpstreamId[4];
        for (int i = 0; i < all.length; i++) {
            all[i] = registered();
            open.put(all[i], false);
        }
        for (int step = 0; step < 120; step++) {
            UpstreamId id = all[random.nextInt(all.length)];
            boolean known = open.containsKey(id);
            int act = random.nextInt(9);
            try {
                if (act < 4) {
                    commands.send(new OpenUpstream(id), ADMIN);
                    open.put(id, true);
                } else if (act < 7) {
                    commands.send(new CloseUpstream(id), ADMIN);
                    open.put(id, false);
                } else if (act < 8) {
                    commands.send(new ChangeUpstream(id, "N" + step, null, step % 2 == 0), ADMIN);
                    assertThat(upstreams.find(id).orElseThrow().name()).isEqualTo("N" + step);
                } else if (step > 60) {
                    commands.send(new RemoveUpstream(id), ADMIN);
                    open.remove(id);
                }
                assertThat(known || act == 8 && step <= 60).isTrue();
            } catch (Refused no) {
                assertThat(no.code()).isEqualTo("upstream.unknown");
                assertThat(known).isFalse();
            }
            for (UpstreamId each : all)
                assertThat(upstreams.find(each).map(Provider::open).orElse(null))
                        .isEqualTo(open.get(each));
        }
    }

    private UUID subject(UpstreamId id) {
        return jdbc.sql("SELECT secret_subject FROM identity.upstream_secret WHERE upstream_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    private int events(String condition) {
        return jdbc.sql("SELECT count(*) FROM infrastructure.event WHERE " + condition)
                .query(Integer.class)
                .single();
    }
}
