package org.acides.hiboo.infrastructure.test;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Sealing and tags in memory, until there is a keyring. */
public class Keys {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Bean
    Keyring keyring() {
        return (name, message) -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(name.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(message);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Bean
    Sealer sealer() {
        return new InMemory();
    }

    static class InMemory implements Sealer {
        private static final Map<UUID, SecretKey> keys = new ConcurrentHashMap<>();

        @Override
        public <T> Sealed<T> seal(UUID subject, T value) {
            SecretKey key = keys.computeIfAbsent(subject, s -> newKey());
            byte[] nonce = new byte[12];
            new java.security.SecureRandom().nextBytes(nonce);
            byte[] box = run(Cipher.ENCRYPT_MODE, key, nonce, JSON.writeValueAsBytes(value));
            byte[] all = java.util.Arrays.copyOf(nonce, 12 + box.length);
            System.arraycopy(box, 0, all, 12, box.length);
            return new Sealed<>(subject, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
        }

        @Override
        public <T> Optional<T> open(Sealed<T> sealed, Class<T> type) {
            SecretKey key = keys.get(sealed.subject());
            if (key == null) return Optional.empty();
            byte[] all = Base64.getUrlDecoder().decode(sealed.box());
            byte[] nonce = java.util.Arrays.copyOf(all, 12);
            byte[] box = java.util.Arrays.copyOfRange(all, 12, all.length);
            return Optional.of(JSON.readValue(run(Cipher.DECRYPT_MODE, key, nonce, box), type));
        }

        @Override
        public void erase(UUID subject) {
            keys.remove(subject);
        }

        private static SecretKey newKey() {
            try {
                return KeyGenerator.getInstance("AES").generateKey();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] data) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, key, new GCMParameterSpec(128, nonce));
                return cipher.doFinal(data);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
