package org.acides.hiboo.identity.ownerlink;

import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When letters to owners and to the sides of a contest, and profiles that were fled from, leave. */
@Configuration(proxyBeanMethods = false)
class OwnerLetterConfiguration {

    @Bean
    Recurring lettersToOwners(OwnerLetters letters) {
        return new Recurring("identity.owner-letters", Duration.ofMinutes(1), letters::sendDue);
    }

    @Bean
    Recurring lettersOfContests(ContestLetters letters) {
        return new Recurring("identity.contest-letters", Duration.ofMinutes(1), letters::sendDue);
    }

    @Bean
    Recurring forgettingOfContests(ContestLetters letters) {
        return new Recurring("identity.forget-contests", Duration.ofHours(1), letters::forgetDecided);
    }

    @Bean
    Recurring departuresOfProfiles(Departures departures) {
        return new Recurring("identity.departures", Duration.ofMinutes(1), departures::carryOut);
    }
}
