package org.acides.hiboo.identity.credential;

import com.ibm.icu.text.Normalizer2;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names counters so that who tried what from where cannot be read from them. */
@Component
class AttemptKeys {

    private static final String KEY = "identity.attempt";
    private static final int LONGEST = 320;
    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    /** One counter of one try, by the MAC that names it. */
    record Counter(Bucket bucket, byte[] key) {}

    private final Keyring keyring;
    private final KnownDevices devices;

    AttemptKeys(Keyring keyring, KnownDevices devices) {
        this.keyring = keyring;
        this.devices = devices;
    }

    /** In the order of their keys, which every try locks them in. */
    List<Counter> of(String login, String source, @Nullable String device) {
        String subject = subject(login);
        return devices.known(subject, device)
                .map(nonce -> Stream.of(counter(Bucket.DEVICE, subject, nonce)))
                .orElseGet(() -> unknown(subject, network(source)))
                .sorted(Comparator.comparing(Counter::key, java.util.Arrays::compareUnsigned))
                .toList();
    }

    private Stream<Counter> unknown(String subject, String network) {
        return Stream.of(
                counter(Bucket.PAIR, subject, network),
                counter(Bucket.SOURCE, "", network),
                counter(Bucket.LOGIN, subject, ""));
    }

    private Counter counter(Bucket bucket, String subject, String place) {
        String message = bucket + "\n" + subject.length() + "\n" + subject + place;
        return new Counter(bucket, keyring.mac(KEY, message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without regard to case, and to blanks around it. */
    static String subject(String login) {
        return FOLDING.normalize(cut(login).strip());
    }

    /** Whoever has an IPv6 address has the /64 around it (RFC 6177 §2). */
    static String network(String source) {
        String text = cut(source);
        try {
            return InetAddress.ofLiteral(text) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : text;
        } catch (IllegalArgumentException noAddress) {
            return text;
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
