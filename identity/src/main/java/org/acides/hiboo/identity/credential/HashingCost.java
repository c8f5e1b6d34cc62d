package org.acides.hiboo.identity.credential;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What one hash costs (RFC 9106 §3.1). The defaults are OWASP's second choice, which keeps memory small.
 *
 * @param memoryKib memory of one hash, 7,168 to 1,048,576 KiB
 * @param iterations passes over it, 1 to 100
 * @param lanes 1 to 16
 */
@Component
record HashingCost(int memoryKib, int iterations, int lanes) {

    /** @throws IllegalArgumentException out of range: Hiboo does not start */
    @Autowired
    HashingCost(
            @Value("${hiboo.password.memory-kib:19456}") int memoryKib,
            @Value("${hiboo.password.iterations:2}") int iterations,
            @Value("${hiboo.password.lanes:1}") int lanes) {
        this.memoryKib = within("memory-kib", memoryKib, 7_168, 1_048_576);
        this.iterations = within("iterations", iterations, 1, 100);
        this.lanes = within("lanes", lanes, 1, 16);
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most)
            throw new IllegalArgumentException("hiboo.password.%s: %d to %d".formatted(name, least, most));
        return value;
    }
}
