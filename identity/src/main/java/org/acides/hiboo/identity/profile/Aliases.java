package org.acides.hiboo.identity.profile;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the addresses that applications get in place of a member's own. */
@Component
class Aliases {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final String domain;
    private final Pattern ours;
    private final JdbcClient jdbc;

    Aliases(@Value("${hiboo.alias-domain:alias.localhost}") String domain, JdbcClient jdbc) {
        this.domain = domain.toLowerCase(Locale.ROOT);
        this.ours = Pattern.compile("[a-z2-7]{" + LENGTH + "}@" + Pattern.quote(this.domain));
        this.jdbc = jdbc;
    }

    /** 100 random bits in base 32 (RFC 4648 §6, lower case), at the community's alias domain. */
    String next() {
        StringBuilder address = new StringBuilder(LENGTH + 1 + domain.length());
        for (int i = 0; i < LENGTH; i++) address.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return address.append('@').append(domain).toString();
    }

    /** Whether mail to an address that a profile brings along comes to us, and is nobody's. */
    boolean mayKeep(String address) {
        return ours.matcher(address).matches()
                && jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM identity.profile WHERE alias = ?)")
                        .param(address)
                        .query(Boolean.class)
                        .single();
    }
}
