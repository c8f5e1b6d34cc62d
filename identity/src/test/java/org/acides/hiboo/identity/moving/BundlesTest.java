package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bundle is taken from whom we trust, for us, in its time, whole, and once. */
class BundlesTest extends MovingLife {

    private AccountId account;
    private Matched matched;

    @BeforeEach
    void aCommunityIsTrusted() {
        trusted();
        gone();
        matched = matched(3);
        account = register();
    }

    private Bundle.Line line() {
        return OtherCommunity.line(matched.theirs(), name());
    }

    private void refusedAs(String code, byte[] file) {
        refused(() -> handIn(account, file), code);
    }

    @Test
    void oneThatIsInOrderIsLookedAtAndNothingComesOfIt() {
        UUID id = handIn(account, other.file(line()));
        assertThat(states(id)).containsExactly(Coming.State.OFFERED);
        assertThat(profiles.of(account)).isEmpty();
    }

    @Test
    void theCodeAloneOpensItHoweverItIsTyped() {
        byte[] file = other.file(line());
        refused(() -> arrivals.handIn(account, file, "zzzzz-fghij-klmno-pqrst-uvwxy-z2345"), "bundle.unreadable");
        refused(() -> arrivals.handIn(account, file, ""), "bundle.unreadable");
        assertThat(arrivals.handIn(account, file, " ABCDE fghij klmno\tpqrst uvwxyz2345 "))
                .isNotNull();
    }

    @Test
    void aFileThatWasChangedOrIsNoneIsRefused() {
        byte[] file = other.file(line());
        for (int at : new int[] {0, file.length / 2, file.length - 2}) {
            byte[] changed = file.clone();
            changed[at] = (byte) (changed[at] == 'A' ? 'B' : 'A');
            refusedAs("bundle.unreadable", changed);
        }
        refusedAs("bundle.unreadable", Arrays.copyOf(file, file.length / 2));
        refusedAs("bundle.unreadable", new byte[] {1, 2, 3});
        refusedAs("bundle.too-large", new byte[BundleFile.LARGEST + 1]);
    }

    @Test
    void whoKnowsTheCodeStillSignsForNobodyElse() throws Exception {
        JWTClaimsSet claims = other.claims(UUID.randomUUID(), line()).build();
        var stranger = OtherCommunity.key();
        refusedAs(
                "bundle.forged",
                BundleFile.close(OtherCommunity.sign(Bundle.TYPE, stranger, claims), OtherCommunity.CODE));
        var sameName = new com.nimbusds.jose.jwk.ECKey.Builder(stranger)
                .keyID(other.key.getKeyID())
                .build();
        refusedAs(
                "bundle.forged",
                BundleFile.close(OtherCommunity.sign(Bundle.TYPE, sameName, claims), OtherCommunity.CODE));
        refusedAs("bundle.malformed", BundleFile.close(new PlainJWT(claims).serialize(), OtherCommunity.CODE));
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new com.nimbusds.jose.JOSEObjectType(Bundle.TYPE))
                        .keyID(other.key.getKeyID())
                        .build(),
                claims);
        symmetric.sign(new MACSigner(other.published().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        refusedAs("bundle.forged", BundleFile.close(symmetric.serialize(), OtherCommunity.CODE));
    }

    @Test
    void claimsThatWereChangedAfterTheSignatureAreRefused() {
        String jws = OtherCommunity.sign(
                Bundle.TYPE, other.key, other.claims(UUID.randomUUID(), line()).build());
        String[] parts = jws.split("\\.");
        String changed = other.claims(UUID.randomUUID(), line()).build().toString();
        String payload = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(changed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refusedAs("bundle.forged", BundleFile.close(parts[0] + "." + payload + "." + parts[2], OtherCommunity.CODE));
    }

    @Test
    void aReceiptIsNoBundle() {
        JWTClaimsSet claims = other.claims(UUID.randomUUID(), line()).build();
        refusedAs(
                "bundle.malformed",
                BundleFile.close(OtherCommunity.sign(Receipt.TYPE, other.key, claims), OtherCommunity.CODE));
        refusedAs(
                "bundle.malformed",
                BundleFile.close(OtherCommunity.sign("JWT", other.key, claims), OtherCommunity.CODE));
    }

    @Test
    void aStrangersBundleOneForOthersAndOneOutOfItsTimeAreRefused() {
        refusedAs("bundle.stranger", new OtherCommunity().file(line()));
        UUID id = UUID.randomUUID();
        refusedAs("bundle.elsewhere", other.file(id, c -> c.audience("https://elsewhere.example"), line()));
        refusedAs(
                "bundle.elsewhere",
                other.file(id, c -> c.audience(List.of(OtherCommunity.US, "https://elsewhere.example")), line()));
        refusedAs(
                "bundle.expired",
                other.file(id, c -> c.expirationTime(Date.from(Instant.now().minusSeconds(1))), line()));
        refusedAs("bundle.malformed", other.file(id, c -> c.expirationTime(null), line()));
        refusedAs(
                "bundle.future",
                other.file(id, c -> c.issueTime(Date.from(Instant.now().plus(Duration.ofHours(1)))), line()));
    }

    @Test
    void aVersionThatNobodyKnowsAndWhatIsNotWellFormedAreRefused() {
        UUID id = UUID.randomUUID();
        refusedAs("bundle.version", other.file(id, c -> c.claim("version", 2), line()));
        refusedAs("bundle.version", other.file(id, c -> c.claim("version", null), line()));
        refusedAs("bundle.malformed", other.file(id, c -> c.claim("version", "one"), line()));
        refusedAs("bundle.malformed", other.file(id, c -> c.jwtID("no identifier"), line()));
        refusedAs("bundle.malformed", other.file(id, c -> c.claim("profiles", List.of()), line()));
        refusedAs("bundle.malformed", other.file(id, c -> c.claim("profiles", List.of(Map.of("ref", "x"))), line()));
        Bundle.Line twice = line();
        refusedAs("bundle.malformed", other.file(twice, twice));
        refusedAs("bundle.malformed", other.file(OtherCommunity.line(matched.theirs(), name(), "s".repeat(256))));
        refusedAs("bundle.malformed", other.file(OtherCommunity.line(matched.theirs(), "n".repeat(201))));
        Bundle.Line[] many = new Bundle.Line[Bundle.MOST_PROFILES + 1];
        Arrays.setAll(many, i -> new Bundle.Line("r" + i, "s", "s", "u", "s" + i, "a", Instant.EPOCH));
        refusedAs("bundle.malformed", other.file(many));
    }

    @Test
    void itIsAcceptedOnceByWhomever() {
        byte[] file = other.file(line());
        UUID first = handIn(account, file);
        assertThat(handIn(account, file)).isEqualTo(first);
        AccountId thief = register();
        UUID second = handIn(thief, file);
        wantAll(account, first);
        refused(() -> wantAll(thief, second), "bundle.replayed");
        refused(() -> handIn(thief, file), "bundle.replayed");
        bring(first);
        arrivals.forget(account, first);
        refused(() -> handIn(account, file), "bundle.replayed");
        assertThat(profiles.of(account, matched.service())).hasSize(1);
        assertThat(profiles.of(thief, matched.service())).isEmpty();
    }

    @Test
    void ofTwoWhoAcceptItAtOnceOneDoes() throws Exception {
        byte[] file = other.file(line());
        AccountId rival = register();
        UUID first = handIn(account, file);
        UUID second = handIn(rival, file);
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        List<String> outcomes = race(2, () -> {
            if (turn.getAndIncrement() == 0) wantAll(account, first);
            else wantAll(rival, second);
            return null;
        });
        assertThat(outcomes).containsExactlyInAnyOrder("done", "bundle.replayed");
    }
}
