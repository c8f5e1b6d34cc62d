package org.acides.hiboo.infrastructure.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;

/**
 * What every event's metadata says of where it comes from: {@code actor}, {@code role}, {@code command} and
 * {@code cause}. Nothing travels further than one command, so that no trail joins acts that must not be linked.
 */
@Component
public class Provenance implements CorrelationDataProvider {

    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String COMMAND = "command";
    public static final String CAUSE = "cause";

    /** Of commands alone: {@link org.acides.hiboo.infrastructure.api.Actor#proved()}. */
    static final String PROVED = "proved";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        if (!(message instanceof CommandMessage<?> command)) return Map.of();
        Object actor = command.getMetaData().get(ACTOR);
        if (actor == null) throw new IllegalStateException("a command without an actor: " + command.getPayloadType());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(ACTOR, actor);
        data.put(ROLE, command.getMetaData().get(ROLE));
        data.put(COMMAND, name(command.getPayloadType()));
        data.put(CAUSE, command.getMetaData().getOrDefault(CAUSE, command.getIdentifier()));
        return data;
    }

    /** {@code org.acides.hiboo.identity.api.commands.CreateProfile} is {@code identity.create-profile}. */
    static String name(Class<?> command) {
        String[] packages = command.getPackageName().split("\\.");
        String context = packages.length > 3 ? packages[3] : packages[packages.length - 1];
        return context + "."
                + command.getSimpleName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase(java.util.Locale.ROOT);
    }
}
