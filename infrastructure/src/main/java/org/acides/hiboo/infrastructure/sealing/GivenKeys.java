package org.acides.hiboo.infrastructure.sealing;

import java.util.List;
import java.util.Optional;

/** Master keys from the environment: {@code HIBOO_MASTER_KEY} and, while rotating, {@code HIBOO_NEW_MASTER_KEY}. */
final class GivenKeys implements KeySource {

    private final MasterKey key;
    private final Optional<MasterKey> next;

    /** @param next blank when there is none */
    GivenKeys(String key, String next) {
        this.key = MasterKey.parse(key, "HIBOO_MASTER_KEY");
        this.next = next.isBlank() ? Optional.empty() : Optional.of(MasterKey.parse(next, "HIBOO_NEW_MASTER_KEY"));
    }

    @Override
    public List<MasterKey> all() {
        return next.map(other -> List.of(key, other)).orElseGet(() -> List.of(key));
    }

    @Override
    public MasterKey first() {
        return key;
    }

    @Override
    public void discard(MasterKey made) {}

    @Override
    public String place() {
        return "HIBOO_MASTER_KEY";
    }

    @Override
    public Optional<MasterKey> next(String current) {
        return next;
    }

    @Override
    public void settle(MasterKey next) {}

    @Override
    public String afterwards(Optional<MasterKey> done) {
        return done.map(made -> "From now on start Hiboo with HIBOO_MASTER_KEY set to what HIBOO_NEW_MASTER_KEY was"
                        + " (its id is " + made.id() + "), and keep the old one as long as dumps made under it.")
                .orElse("The master key comes from the environment: put a new one ('openssl rand -base64 32') into"
                        + " HIBOO_NEW_MASTER_KEY, leave the old one in HIBOO_MASTER_KEY, and run this again.");
    }
}
