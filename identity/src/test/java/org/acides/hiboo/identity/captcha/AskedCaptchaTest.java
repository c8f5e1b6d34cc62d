package org.acides.hiboo.identity.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.Optional;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms against a real siteverify server on this machine. */
class AskedCaptchaTest {

    private final Verifier verifier = new Verifier();
    private final AskedCaptcha captcha = new AskedCaptcha(new Site(verifier.address(), null));

    @AfterEach
    void close() {
        verifier.close();
    }

    private record Site(URI siteverify, @Nullable SiteKeys others, boolean namesActions) implements Server {

        Site(URI siteverify, @Nullable SiteKeys others) {
            this(siteverify, others, false);
        }

        @Override
        public SiteKeys keys() {
            return new SiteKeys("key", "s3cret");
        }

        @Override
        public Optional<SiteKeys> insteadOf(SiteKeys refused) {
            return Optional.ofNullable(others);
        }

        @Override
        public String script() {
            return "/widget.js";
        }

        @Override
        public String manual() {
            return "/manual";
        }

        @Override
        public String sources() {
            return "'self'";
        }
    }

    private static String refusal(Captcha captcha, String response) {
        return catchThrowableOfType(Refused.class, () -> captcha.require("sign-up", response))
                .code();
    }

    @Test
    void aPassForTheFormLetsItThroughAndTheServerLearnsNoAddress() {
        assertThatNoException().isThrownBy(() -> captcha.require("sign-up", "good sign-up +/=&1"));
        assertThat(verifier.last())
                .containsOnlyKeys("secret", "response", "sitekey")
                .containsEntry("response", "good sign-up +/=&1");
    }

    @Test
    void aPassServesOnce() {
        captcha.require("sign-up", "good sign-up 2");
        assertThat(refusal(captcha, "good sign-up 2")).isEqualTo("captcha.late");
    }

    @ParameterizedTest
    @CsvSource({
        "'', captcha.missing",
        "nonsense, captcha.wrong",
        "good reset 3, captcha.wrong",
        "broken, captcha.unreachable",
        "empty, captcha.unreachable"
    })
    void everythingElseIsRefused(String response, String code) {
        assertThat(refusal(captcha, response)).isEqualTo(code);
    }

    @Test
    void aServerThatNamesNoActionIsBelieved() {
        assertThatNoException().isThrownBy(() -> captcha.require("sign-up", "dumb"));
    }

    @Test
    void whereActionsAreNamedAPassForNoneServesNone() {
        Captcha own = new AskedCaptcha(new Site(verifier.address(), null, true));
        assertThat(refusal(own, "dumb")).isEqualTo("captcha.wrong");
        assertThatNoException().isThrownBy(() -> own.require("sign-up", "good sign-up 6"));
    }

    @Test
    void whatIsTooLongIsNotEvenAsked() {
        assertThat(refusal(captcha, "x".repeat(9000))).isEqualTo("captcha.wrong");
        assertThat(verifier.last()).isEmpty();
    }

    @Test
    void nobodyPassesWhileTheServerIsDown() {
        verifier.close();
        assertThat(refusal(captcha, "good sign-up 4")).isEqualTo("captcha.unreachable");
    }

    @Test
    void aSecretThatEndedIsReplacedAndThePassStillServes() {
        verifier.rotate("another");
        assertThat(refusal(captcha, "good sign-up 5")).isEqualTo("captcha.unreachable");
        Captcha own = new AskedCaptcha(new Site(verifier.address(), new SiteKeys("key", "another")));
        assertThatNoException().isThrownBy(() -> own.require("sign-up", "good sign-up 5"));
    }

    @Test
    void anotherServerIsNamedInFull() {
        SiteKeys keys = new SiteKeys("key", "secret");
        OtherServer server =
                OtherServer.of("https://api.hcaptcha.com/siteverify", keys, "https://js.hcaptcha.com/1/api.js", "", "");
        assertThat(server.sources()).isEqualTo("'self' https://js.hcaptcha.com");
        assertThat(server.manual()).isNull();
        assertThat(server.toString()).doesNotContain("secret=secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OtherServer.of("http://api.example/siteverify", keys, server.script(), "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OtherServer.of(server.siteverify().toString(), keys, "", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OtherServer.of(server.siteverify().toString(), keys, server.script(), "", "x; script-src *"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OtherServer.of(
                        server.siteverify().toString(), new SiteKeys("key", " "), server.script(), "", ""));
    }
}
