package org.acides.hiboo.infrastructure.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Certified keys that turn as the others do. What a pair was made into is kept until the next signs. */
final class RotatingCertificates implements CertifiedKeys {

    private record Opened(String kid, Certified certified) {}

    private final RotatingKeys keys;
    private volatile @Nullable Opened opened;

    RotatingCertificates(RotatingKeys keys) {
        this.keys = keys;
    }

    @Override
    public Certified current() {
        var pair = keys.current(CertifiedPairs.NAME);
        Opened last = opened;
        if (last != null && last.kid().equals(pair.getKeyID())) return last.certified();
        Certified now = CertifiedPairs.open(pair);
        opened = new Opened(pair.getKeyID(), now);
        return now;
    }

    @Override
    public List<X509Certificate> published() {
        X509Certificate now = current().certificate();
        Stream<X509Certificate> others = keys.published().getKeys().stream()
                .map(CertifiedPairs::certificate)
                .filter(each -> !each.equals(now));
        return Stream.concat(Stream.of(now), others).toList();
    }

    void rotate() {
        keys.rotate();
    }
}
