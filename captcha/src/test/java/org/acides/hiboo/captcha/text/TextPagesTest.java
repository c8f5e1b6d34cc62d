package org.acides.hiboo.captcha.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.acides.hiboo.captcha.challenge.Answers;
import org.acides.hiboo.captcha.web.Payloads;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Pictures and voices over HTTP, and what becomes of what people typed. */
class TextPagesTest extends RunningCaptcha {

    @Autowired
    private Answers answers;

    @Test
    void aPictureIsSolvedOnceForAPassOfTheSite() throws Exception {
        Registered site = site("image");
        JsonNode challenge = challenge(site, "");
        HttpResponse<byte[]> picture =
                bytes(challenge.path("shown").path("image").stringValue());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
        assertThat(picture.body().length).isLessThan(60_000);

        String payload = Payloads.text(challenge, text(challenge, "image"));
        String pass = pass(payload);
        assertThat(verify(site, pass).path("success").booleanValue()).isTrue();
        assertThat(form("/captcha/solve", Map.of("payload", payload), PAGE).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aWrongTextUsesTheChallengeUp() throws Exception {
        Registered site = site("image");
        JsonNode challenge = challenge(site, "");
        String right = text(challenge, "image");
        assertThat(form("/captcha/solve", Map.of("payload", Payloads.text(challenge, "AAAAA" + right)), PAGE)
                        .statusCode())
                .isEqualTo(422);
        assertThat(form("/captcha/solve", Map.of("payload", Payloads.text(challenge, right)), PAGE)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theVoiceIsSentInPartsToWhoAsksForParts() throws Exception {
        JsonNode challenge = challenge(site("audio"), "&lang=fr");
        String where = challenge.path("shown").path("audio").stringValue();
        assertThat(where).startsWith("/captcha/audio?lang=fr&c=");
        HttpResponse<byte[]> whole = bytes(where);
        assertThat(whole.headers().firstValue("content-type")).contains("audio/wav");
        HttpResponse<byte[]> part = http.send(
                HttpRequest.newBuilder(at(where)).header("Range", "bytes=0-1").build(), BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(new byte[] {'R', 'I'});
        assertThat(pass(Payloads.text(challenge, text(challenge, "audio")))).isNotBlank();
    }

    @Test
    void whereTheSiteAcceptsOneAloneATextToReadIsNotReadOutNorTheOtherWayRound() throws Exception {
        String image = sealed(challenge(site("pow", "image"), "&kind=image"), "image");
        String audio = sealed(challenge(site("audio", "question"), "&kind=audio"), "audio");
        assertThat(bytes("/captcha/audio?c=" + image).statusCode()).isEqualTo(404);
        assertThat(bytes("/captcha/image?c=" + audio).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio"})
    void whereTheSiteAcceptsBothOneTextIsSeenAndHeard(String kind) throws Exception {
        Registered site = site("image", "audio");
        JsonNode challenge = challenge(site, "&kind=" + kind);
        String seen = challenge.path("shown").path("image").stringValue();
        String heard = challenge.path("shown").path("audio").stringValue();
        assertThat(bytes(seen).headers().firstValue("content-type")).contains("image/png");
        assertThat(bytes(heard).headers().firstValue("content-type")).contains("audio/wav");
        assertThat(sealed(challenge, "image")).isEqualTo(sealed(challenge, "audio"));
        assertThat(pass(Payloads.text(challenge, text(challenge, kind)))).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio"})
    void pagesOfAnyOriginReadThemWithoutCredentials(String kind) throws Exception {
        JsonNode challenge = challenge(site(kind), "");
        HttpResponse<String> answer = get(challenge.path("shown").path(kind).stringValue(), PAGE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void whatIsForgedOrExpiredHasNoPicture() throws Exception {
        String sealed = sealed(challenge(site("image"), ""), "image");
        assertThat(bytes("/captcha/image?c=" + sealed.replace(".image.", ".audio."))
                        .statusCode())
                .isEqualTo(404);
        assertThat(bytes("/captcha/image?c=nonsense").statusCode()).isEqualTo(404);
        watch.forward(Duration.ofMinutes(6));
        assertThat(bytes("/captcha/image?c=" + sealed).statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofByteArray());
    }

    private static String sealed(JsonNode challenge, String kind) {
        String where = challenge.path("shown").path(kind).stringValue();
        return where.substring(where.indexOf("c=") + 2);
    }

    private String text(JsonNode challenge, String kind) {
        return Text.of(answers.shownBy(sealed(challenge, kind)).orElseThrow().answer())
                .symbols();
    }
}
