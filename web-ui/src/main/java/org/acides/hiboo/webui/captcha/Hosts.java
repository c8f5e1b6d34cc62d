package org.acides.hiboo.webui.captcha;

import java.net.IDN;
import java.util.Locale;
import org.acides.hiboo.infrastructure.api.Refused;

/** Domains as people write them, and as they are kept: in ASCII. */
final class Hosts {

    private static final String BELOW = "*.";

    private Hosts() {}

    /**
     * As it is kept: {@code café.example} becomes {@code xn--caf-dma.example}.
     *
     * @throws Refused {@code site.domain}, of what no domain can be called
     */
    static String kept(String typed) {
        boolean below = typed.startsWith(BELOW);
        String host = below ? typed.substring(BELOW.length()) : typed;
        try {
            return (below ? BELOW : "")
                    + IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            throw new Refused("site.domain", typed);
        }
    }

    /** As people read it. What would not become the same again stays in ASCII. */
    static String shown(String kept) {
        boolean below = kept.startsWith(BELOW);
        String host = IDN.toUnicode(below ? kept.substring(BELOW.length()) : kept);
        return (below ? BELOW : "") + host;
    }
}
