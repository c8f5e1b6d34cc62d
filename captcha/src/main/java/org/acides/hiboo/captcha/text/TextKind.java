package org.acides.hiboo.captcha.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import tools.jackson.databind.JsonNode;

/**
 * A text to type, of five to seven symbols. {@code shown} has, under {@code image} and {@code audio}, where its picture and
 * its voice are: the one that the kind is called by, and both where the site accepts both kinds.
 *
 * @param name {@code image} or {@code audio}
 * @param accepted the kinds that a site accepts; none of an unknown one
 */
record TextKind(String name, Function<SiteKey, List<String>> accepted) implements ChallengeKind {

    static final Set<String> WAYS = Set.of("image", "audio");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 64;

    @Override
    public Posed pose(Asked asked) {
        boolean either = accepted.apply(asked.site()).containsAll(WAYS);
        Text text = new Text(Symbols.some(5 + (asked.difficulty() - 1) / 4, RANDOM), either);
        Map<String, Object> shown = new HashMap<>();
        for (String way : either ? WAYS : Set.of(name))
            shown.put(way, "/captcha/" + way + "?lang=" + asked.locale().getLanguage() + "&c=" + Posed.SEALED);
        return new Posed(Map.of("kind", name), text.answer(), shown);
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
        return answer != null
                && MessageDigest.isEqual(
                        typed.getBytes(UTF_8), Text.of(answer).symbols().getBytes(UTF_8));
    }
}
