package org.acides.hiboo.identity.captcha;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server that the operator named, hCaptcha's or one that answers as it does.
 *
 * @param siteverify https, or http on this machine
 * @param manual null where there is no page without JavaScript
 */
record OtherServer(
        URI siteverify,
        SiteKeys keys,
        String script,
        @Nullable String manual,
        String sources) implements Server {

    private static final Pattern SOURCES = Pattern.compile("[A-Za-z0-9:/.*-]+( [A-Za-z0-9:/.*-]+)*");

    /** @throws IllegalArgumentException naming the property that is wrong */
    static OtherServer of(String siteverify, SiteKeys keys, String script, String manual, String sources) {
        if (keys.siteKey().isBlank()) throw new IllegalArgumentException("hiboo.forms.site-key: missing");
        if (keys.secret().isBlank()) throw new IllegalArgumentException("hiboo.forms.secret: missing");
        URI widget = address("hiboo.forms.script", script);
        String from = sources.isBlank() ? widget.getScheme() + "://" + widget.getRawAuthority() : sources.strip();
        if (!SOURCES.matcher(from).matches())
            throw new IllegalArgumentException("hiboo.forms.sources: origins, with a space between");
        return new OtherServer(
                address("hiboo.forms.captcha", siteverify),
                keys,
                widget.toString(),
                manual.isBlank() ? null : address("hiboo.forms.manual", manual).toString(),
                "'self' " + from);
    }

    private static URI address(String property, String text) {
        URI address;
        try {
            address = URI.create(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(property + ": no address", malformed);
        }
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean near = host.equals("localhost") || host.equals("127.0.0.1");
        if (!"https".equals(address.getScheme()) && !(near && "http".equals(address.getScheme())))
            throw new IllegalArgumentException(property + ": an https address");
        return address;
    }

    @Override
    public boolean namesActions() {
        return false;
    }

    @Override
    public Optional<SiteKeys> insteadOf(SiteKeys refused) {
        return Optional.empty();
    }
}
