package org.acides.hiboo.infrastructure.mail;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes our letters (RFC 5321 submission). Without a host there is none, and letters are shown on a
 * page.
 *
 * @param host name or address; blank for none
 * @param port 1 to 65535; 0 for the usual one: 587, or 465 with TLS from the first byte
 * @param username blank for no authentication
 * @param tls {@code STARTTLS} (required, never skipped), {@code TLS} from the first byte, or {@code NONE}
 * @param authorities a file of certificates (PEM, one or many) by one of which the server's has to be signed, in place
 *     of those that the JVM trusts; null for the latter
 * @param from the address that letters come from (RFC 5322 mailbox), with or without a display name
 */
@ConfigurationProperties("hiboo.smtp")
record SmtpServer(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("STARTTLS") Tls tls,
        @Nullable Path authorities,
        @Nullable String from) {

    enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    SmtpServer {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("hiboo.smtp.port: 1 to 65535");
        if (!host.isBlank() && (from == null || from.isBlank()))
            throw new IllegalArgumentException("hiboo.smtp.from: the address that letters come from, beside the host");
    }

    boolean exists() {
        return !host.isBlank();
    }

    boolean authenticates() {
        return !username.isBlank();
    }

    int portOrUsual() {
        return port != 0 ? port : tls == Tls.TLS ? 465 : 587;
    }

    /** The part after the at sign, in lower case. */
    String domain() {
        String address = Objects.requireNonNull(from).replaceAll(".*<|>.*", "").strip();
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + portOrUsual() + "]";
    }
}
