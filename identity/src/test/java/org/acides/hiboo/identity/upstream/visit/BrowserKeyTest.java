package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BrowserKeyTest {

    @Property(tries = 100)
    void nothingThatFollowsFromASecretGivesAwayTheRest(@ForAll int any) throws Exception {
        BrowserKey key = BrowserKey.fresh();
        Set<String> all =
                new HashSet<>(Set.of(key.secret(), key.state(), key.nonce(), key.verifier(), key.challenge()));
        assertThat(all).hasSize(5).allMatch(text -> text.matches("[A-Za-z0-9_-]{43}"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(key.verifier().getBytes(StandardCharsets.US_ASCII));
        assertThat(key.challenge())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        assertThat(key).hasToString("BrowserKey[]");
    }

    @Property
    void noOtherTextIsTheState(@ForAll String text) {
        BrowserKey key = BrowserKey.fresh();
        assertThat(key.isState(text)).isFalse();
        assertThat(key.isState(key.state())).isTrue();
    }
}
