package org.acides.hiboo.infrastructure.api;

/** Named symmetric keys of the instance, made on first use and wrapped by the master key at rest. */
public interface Keyring {

    /**
     * HMAC-SHA-256 under the named key. The same name and message give the same 32 bytes on every node, for ever.
     *
     * @param name a context, a dot, a purpose: {@code identity.pairwise-subject}
     */
    byte[] mac(String name, byte[] message);
}
