package org.acides.hiboo.captcha.text;

import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.acides.hiboo.captcha.challenge.Answers;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture and the voice of a challenge's text, for as long as the challenge lasts. 404 for what is forged, expired, or of
 * another kind. Where the site accepted both kinds when it was posed, one text is shown and read out, as people like; where it
 * accepts pictures alone, nobody has one read out, nor the other way round.
 */
@RestController
class TextPages {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final Answers answers;
    private final Renderings renderings;

    TextPages(Answers answers, Renderings renderings) {
        this.answers = answers;
        this.renderings = renderings;
    }

    @GetMapping("/captcha/image")
    ResponseEntity<Resource> image(@RequestParam("c") String sealed) {
        return answer("image", sealed, MediaType.IMAGE_PNG, text -> random -> Picture.png(text, random));
    }

    @GetMapping("/captcha/audio")
    ResponseEntity<Resource> audio(
            @RequestParam("c") String sealed, @RequestParam(name = "lang", defaultValue = "en") String lang) {
        Locale language = lang.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return answer("audio", sealed, WAV, text -> random -> Speech.wav(text, language, random));
    }

    private ResponseEntity<Resource> answer(
            String way, String sealed, MediaType type, Function<String, Function<RandomGenerator, byte[]>> by) {
        Answers.Shown shown = answers.shownBy(sealed)
                .filter(each -> TextKind.WAYS.contains(each.kind()))
                .orElse(null);
        if (shown == null) return ResponseEntity.notFound().build();
        Text text = Text.of(shown.answer());
        if (!shown.kind().equals(way) && !text.either())
            return ResponseEntity.notFound().build();
        try {
            byte[] bytes = renderings.render(shown.nonce(), by.apply(text.symbols()));
            return ResponseEntity.ok().contentType(type).body(new ByteArrayResource(bytes));
        } catch (Refused busy) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .build();
        }
    }
}
