package org.acides.hiboo.captcha.challenge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of challenge, by name. */
@Component
class Kinds {

    private final Map<String, ChallengeKind> all;

    Kinds(ObjectProvider<ChallengeKind> kinds) {
        all = kinds.stream().collect(Collectors.toUnmodifiableMap(ChallengeKind::name, Function.identity()));
    }

    Optional<ChallengeKind> find(String name) {
        return Optional.ofNullable(all.get(name));
    }
}
