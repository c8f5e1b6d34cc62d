package org.acides.hiboo.captcha.pow;

import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two kinds of work. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    @Bean
    ChallengeKind pow(Keyring keyring) {
        return new ProofOfWork("pow", new Pbkdf2(), keyring);
    }

    @Bean
    ChallengeKind powArgon2(Keyring keyring) {
        return new ProofOfWork("pow-argon2", new Argon2id(), keyring);
    }
}
