package org.acides.hiboo.identity.profile;

import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to profiles by itself. */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

    @Bean
    Recurring erasureOfProfiles(ProfileErasure erasure) {
        return new Recurring("identity.profile-erasure", Duration.ofMinutes(10), erasure::eraseDue);
    }

    @Bean
    Recurring clearingOfClaimProofs(ClaimProofs proofs) {
        return new Recurring("identity.ended-claim-proofs", Duration.ofHours(1), proofs::clear);
    }

    @Bean
    Recurring clearingOfOffers(Offers offers) {
        return new Recurring("identity.ended-offers", Duration.ofHours(1), offers::clear);
    }
}
