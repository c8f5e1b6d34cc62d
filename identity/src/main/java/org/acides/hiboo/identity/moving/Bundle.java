package org.acides.hiboo.identity.moving;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a member takes along: the profiles, and nothing of the account but its login name, to tell one bundle from another.
 *
 * @param id {@code jti}, which is the move's identifier where it comes from
 */
record Bundle(UUID id, String account, Instant expires, List<Line> profiles) {

    /** {@code typ} of a bundle. */
    static final String TYPE = "hiboo-bundle+jwt";

    static final int MOST_PROFILES = 200;

    private static final int VERSION = 1;
    private static final Pattern WORD = Pattern.compile("[!-~]{1,255}");

    Bundle {
        profiles = List.copyOf(profiles);
    }

    /**
     * A profile on its way.
     *
     * @param ref names it between the two communities, and nowhere else: 1 to 255 visible ASCII characters
     * @param service the application's address
     * @param serviceName for people
     * @param subject what the application knows it by: 1 to 255 visible ASCII characters
     */
    record Line(
            String ref,
            String service,
            String serviceName,
            String username,
            String subject,
            String alias,
            Instant since) {

        /** Never shows the names: they are personal. */
        @Override
        public String toString() {
            return "Line[" + ref + "]";
        }
    }

    /** Never shows the name: it is personal. */
    @Override
    public String toString() {
        return "Bundle[" + id + "]";
    }

    /** Everything but who signs it, for whom, and when. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", id.toString());
        claims.put("version", VERSION);
        claims.put("account", account);
        claims.put("profiles", profiles.stream().map(Bundle::claims).toList());
        return claims;
    }

    private static Map<String, Object> claims(Line line) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("ref", line.ref());
        claims.put("service", line.service());
        claims.put("service_name", line.serviceName());
        claims.put("username", line.username());
        claims.put("sub", line.subject());
        claims.put("email", line.alias());
        claims.put("since", line.since().toString());
        return claims;
    }

    /** @throws Refused {@code bundle.version}, {@code bundle.malformed} */
    static Bundle of(JWTClaimsSet claims) {
        try {
            if (!Long.valueOf(VERSION).equals(claims.getLongClaim("version"))) throw new Refused("bundle.version");
            List<?> all = claims.getListClaim("profiles");
            if (all == null || all.isEmpty() || all.size() > MOST_PROFILES) throw new Refused("bundle.malformed");
            List<Line> lines = new ArrayList<>();
            Set<String> refs = new HashSet<>();
            for (Object each : all) {
                if (!(each instanceof Map<?, ?> line)) throw new Refused("bundle.malformed");
                lines.add(line(line));
                if (!refs.add(lines.getLast().ref())) throw new Refused("bundle.malformed");
            }
            UUID id = UUID.fromString(String.valueOf(claims.getJWTID()));
            String account = text(claims.getStringClaim("account"), 200);
            return new Bundle(id, account, claims.getExpirationTime().toInstant(), lines);
        } catch (ParseException | DateTimeException | IllegalArgumentException malformed) {
            throw new Refused("bundle.malformed");
        }
    }

    private static Line line(Map<?, ?> line) {
        return new Line(
                word(line.get("ref")),
                text(line.get("service"), 500),
                text(line.get("service_name"), 200),
                text(line.get("username"), 200),
                word(line.get("sub")),
                text(line.get("email"), 254),
                Instant.parse(text(line.get("since"), 40)));
    }

    private static String text(@Nullable Object value, int longest) {
        if (value instanceof String text && !text.isBlank() && text.length() <= longest) return text;
        throw new Refused("bundle.malformed");
    }

    private static String word(@Nullable Object value) {
        if (value instanceof String text && WORD.matcher(text).matches()) return text;
        throw new Refused("bundle.malformed");
    }
}
