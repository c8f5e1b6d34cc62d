package org.acides.hiboo.captcha.challenge;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.captcha.pressure.Pressure;
import org.acides.hiboo.captcha.site.KnownSite;
import org.springframework.stereotype.Component;

/** Poses challenges and signs them; nothing of them is kept. */
@Component
public class Challenges {

    static final String SIGNATURE = "signature";
    static final String PARAMETERS = "parameters";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Kinds kinds;
    private final Keys keys;
    private final Answers answers;
    private final Lifetime lifetime;
    private final Pressure pressure;

    Challenges(Kinds kinds, Keys keys, Answers answers, Lifetime lifetime, Pressure pressure) {
        this.kinds = kinds;
        this.keys = keys;
        this.answers = answers;
        this.lifetime = lifetime;
        this.pressure = pressure;
    }

    /**
     * What goes out as JSON: {@code parameters}, {@code signature} and, where the kind shows something, {@code shown}.
     *
     * @return empty when the site does not accept the kind
     */
    public Optional<Map<String, Object>> issue(KnownSite site, Wanted wanted) {
        String wish = wanted.kind() == null ? first(site) : wanted.kind();
        if (!site.settings().kinds().contains(wish)) return Optional.empty();
        return kinds.find(wish).map(kind -> {
            pressure.posed(site.siteId(), wish);
            return issue(site, kind, wanted);
        });
    }

    /** The kinds that a site accepts and has something to pose of, in its order. */
    public List<String> ready(KnownSite site) {
        return site.settings().kinds().stream()
                .filter(name -> kinds.find(name)
                        .filter(kind -> kind.isReady(site.siteKey()))
                        .isPresent())
                .toList();
    }

    private String first(KnownSite site) {
        return ready(site).stream().findFirst().orElse(site.settings().kinds().getFirst());
    }

    private Map<String, Object> issue(KnownSite site, ChallengeKind kind, Wanted wanted) {
        Posed posed = kind.pose(new Asked(site.siteKey(), wanted.action(), site.difficulty(), wanted.locale()));
        // Signed in seconds: the part of one that has passed belongs to no one.
        Instant issued = Instant.ofEpochSecond(lifetime.now().getEpochSecond());
        byte[] random = new byte[UsedMarks.NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);

        Map<String, Object> parameters = new TreeMap<>(posed.parameters());
        parameters.put("nonce", nonce);
        parameters.put("expiresAt", issued.plus(Lifetime.CHALLENGE).getEpochSecond());
        parameters.put("data", data(site, kind, wanted));
        Map<String, Object> out = new LinkedHashMap<>();
        String sealed = posed.answer() == null ? "" : answers.seal(nonce, issued, kind.name(), posed.answer());
        if (posed.answer() != null) parameters.put("answer", sealed);
        out.put(PARAMETERS, parameters);
        out.put(SIGNATURE, keys.sign(Keys.Purpose.CHALLENGE, issued, CanonicalJson.of(parameters)));
        if (!posed.shown().isEmpty()) out.put("shown", shown(posed.shown(), sealed));
        return out;
    }

    private static Map<String, Object> data(KnownSite site, ChallengeKind kind, Wanted wanted) {
        Map<String, Object> data = new TreeMap<>();
        data.put("action", wanted.action());
        data.put("host", wanted.host() == null ? site.host() : wanted.host());
        data.put("kind", kind.name());
        data.put("site", site.siteKey().value());
        if (!wanted.cdata().isEmpty()) data.put("cdata", wanted.cdata());
        return data;
    }

    private static Map<String, Object> shown(Map<String, Object> shown, String sealed) {
        Map<String, Object> filled = new TreeMap<>(shown);
        filled.replaceAll((name, value) -> value instanceof String text ? text.replace(Posed.SEALED, sealed) : value);
        return filled;
    }
}
