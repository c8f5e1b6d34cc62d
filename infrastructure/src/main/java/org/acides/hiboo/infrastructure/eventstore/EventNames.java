package org.acides.hiboo.infrastructure.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.EventName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Which class an event's stored name stands for. Found once, by the {@link EventName} on each event. */
public final class EventNames {

    private final Map<String, Class<?>> byName = new HashMap<>();

    /**
     * @param rootPackage where events are looked for, with all below it
     * @throws IllegalStateException when two classes claim one name
     */
    public static EventNames under(String rootPackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventName.class));
        EventNames names = new EventNames();
        scanner.findCandidateComponents(rootPackage)
                .forEach(found -> names.add(ClassUtils.resolveClassName(
                        java.util.Objects.requireNonNull(found.getBeanClassName()),
                        EventNames.class.getClassLoader())));
        return names;
    }

    private void add(Class<?> type) {
        String name = annotation(type).value();
        Class<?> other = byName.put(name, type);
        if (other != null) throw new IllegalStateException(name + " names both " + other + " and " + type);
    }

    /** @throws IllegalArgumentException when the class has no {@link EventName}: it could not be read back. */
    static EventName annotation(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) throw new IllegalArgumentException(type.getName() + " carries no @EventName");
        return name;
    }

    Optional<Class<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<Class<?>> classes() {
        return Set.copyOf(byName.values());
    }
}
