package org.acides.hiboo.webui.identity.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.webui.i18n.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class SentencesTest {

    static Stream<String> eventsOfIdentity() {
        var events = new ClassPathScanningCandidateComponentProvider(false);
        events.addIncludeFilter(new AnnotationTypeFilter(EventName.class));
        return events.findCandidateComponents(ProfileCreated.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .map(type -> Objects.requireNonNull(type.getAnnotation(EventName.class))
                        .value());
    }

    @ParameterizedTest
    @MethodSource("eventsOfIdentity")
    void whateverHappensToAMemberHasPlainWords(String name) {
        assertThat(Bundle.english("webui")).containsKey("history." + name);
    }
}
