package org.acides.hiboo.identity.saml.message;

import java.security.PublicKey;
import java.util.Collection;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.jspecify.annotations.Nullable;

/** A well-formed message, of which nobody yet knows whether it is its sender's. */
public final class Received<T> {

    private final Head head;
    private final T content;
    private final @Nullable Check check;

    /** Whether the signature is one of those keys', about the whole message. */
    interface Check {
        boolean by(Collection<PublicKey> keys);
    }

    Received(Head head, T content, @Nullable Check check) {
        this.head = head;
        this.content = content;
        this.check = check;
    }

    public Head head() {
        return head;
    }

    /** What it says; whether that counts for anything, {@link #require} tells. */
    public T content() {
        return content;
    }

    public boolean signed() {
        return check != null;
    }

    /**
     * @param keys the sender's
     * @param must whether it has to be signed
     * @throws Refusal UNSIGNED, or SIGNATURE when it is signed and not with any of the keys
     */
    public void require(Collection<PublicKey> keys, boolean must) {
        if (check == null) {
            if (must) throw new Refusal(Why.UNSIGNED);
            return;
        }
        // A sender that registered no key signs for nobody's benefit, unless it has to.
        if (keys.isEmpty() && !must) return;
        if (!check.by(keys)) throw new Refusal(Why.SIGNATURE);
    }
}
