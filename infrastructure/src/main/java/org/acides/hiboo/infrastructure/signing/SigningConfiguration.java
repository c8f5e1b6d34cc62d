package org.acides.hiboo.infrastructure.signing;

import java.time.Clock;
import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The instance's signing keys and the round that replaces them. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    RotatingKeys signingKeys(
            KeyStorage storage,
            Clock clock,
            @Value("${hiboo.signing-keys.announced:1d}") Duration announced,
            @Value("${hiboo.signing-keys.signing:90d}") Duration signing,
            @Value("${hiboo.signing-keys.kept:30d}") Duration kept) {
        return new RotatingKeys(storage, KeyFamily.TOKENS, new Lifetimes(announced, signing, kept), clock);
    }

    /** Two years, announced a month before: whoever copied a certificate by hand has to copy the next. */
    @Bean
    RotatingCertificates certifiedKeys(
            KeyStorage storage,
            Clock clock,
            @Value("${hiboo.certified-keys.announced:30d}") Duration announced,
            @Value("${hiboo.certified-keys.signing:730d}") Duration signing,
            @Value("${hiboo.certified-keys.kept:30d}") Duration kept) {
        return new RotatingCertificates(
                new RotatingKeys(storage, KeyFamily.CERTIFIED, new Lifetimes(announced, signing, kept), clock));
    }

    @Bean
    Recurring certifiedKeyRotation(RotatingCertificates keys) {
        return new Recurring("infrastructure.certified-keys", Duration.ofHours(1), keys::rotate);
    }

    @Bean
    Recurring signingKeyRotation(RotatingKeys keys) {
        return new Recurring("infrastructure.signing-keys", Duration.ofHours(1), keys::rotate);
    }
}
