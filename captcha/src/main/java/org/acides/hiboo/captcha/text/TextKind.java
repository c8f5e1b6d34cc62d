package org.acides.hiboo.captcha.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import tools.jackson.databind.JsonNode;

/**
 * A text to type, of five to seven symbols. {@code shown} has, under the kind's name, where its picture or its voice is.
 *
 * @param name {@code image} or {@code audio}
 */
record TextKind(String name) implements ChallengeKind {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 64;

    @Override
    public Posed pose(Asked asked) {
        String text = Symbols.some(5 + (asked.difficulty() - 1) / 4, RANDOM);
        String where = "/captcha/" + name + "?lang=" + asked.locale().getLanguage() + "&c=" + Posed.SEALED;
        return new Posed(Map.of("kind", name), text, Map.of(name, where));
    }

    @Override
    public boolean plausible(Posed posed, JsonNode solution) {
        String text = solution.path("text").asString("");
        return !text.isBlank() && text.length() <= LONGEST;
    }

    @Override
    public boolean solved(Posed posed, JsonNode solution) {
        String typed = Symbols.typed(solution.path("text").asString(""));
        String answer = posed.answer();
        return answer != null && MessageDigest.isEqual(typed.getBytes(UTF_8), answer.getBytes(UTF_8));
    }
}
