package org.acides.hiboo.identity.migration.password;

import java.security.MessageDigest;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.crypto.generators.SCrypt;

/** scrypt (RFC 7914), however an application writes it down. Its memory is Java heap, so that one check runs at a time. */
final class Scrypt implements OldHash {

    /** Bytes of memory, times p: about two seconds. */
    private static final long MOST_WORK = 512L << 20;

    private static final long MOST_MEMORY =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() * 2 / 5);
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final int n;
    private final int r;
    private final int p;
    private final byte[] salt;
    private final byte[] hash;

    /** @param n digits, ten at most, as are r and p */
    Scrypt(String n, String r, String p, byte[] salt, byte[] hash) {
        this(n, r, p, salt, hash, MOST_MEMORY);
    }

    Scrypt(String n, String r, String p, byte[] salt, byte[] hash, long mostMemory) {
        this.n = Bytes.number(n, 1 << 24);
        this.r = Bytes.number(r, 64);
        this.p = Bytes.number(p, 64);
        this.salt = salt;
        this.hash = hash;
        if (this.n < 2 || Integer.bitCount(this.n) != 1 || this.r == 0 || this.p == 0) throw Bytes.malformed();
        // What the library refuses, for it would be weak (RFC 7914 §2).
        if (this.r == 1 && this.n >= 65_536) throw Bytes.malformed();
        if (salt.length == 0 || hash.length < 16 || hash.length > 128) throw Bytes.malformed();
        long memory = 128L * this.n * this.r;
        if (memory > mostMemory || memory * this.p > MOST_WORK) throw Bytes.tooCostly();
    }

    @Override
    public boolean matches(String password) {
        ONE_AT_A_TIME.lock();
        try {
            return MessageDigest.isEqual(hash, SCrypt.generate(Bytes.utf8(password), salt, n, r, p, hash.length));
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
