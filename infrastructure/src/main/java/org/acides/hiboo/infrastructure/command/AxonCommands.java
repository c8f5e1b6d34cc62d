package org.acides.hiboo.infrastructure.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends commands over Axon's bus; a lost race for an aggregate, or for its first event, is run again, since nothing of it was kept. */
@Component
class AxonCommands implements Commands {

    private static final int ATTEMPTS = 5;

    private final CommandGateway gateway;

    AxonCommands(CommandGateway gateway, CommandBus bus, RecentProof proof) {
        this.gateway = gateway;
        bus.registerHandlerInterceptor(proof);
    }

    @Override
    public <R> R send(Object command, Actor actor, @Nullable String cause) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(Provenance.ACTOR, actor.id());
        metadata.put(Provenance.ROLE, actor.role());
        if (actor.proved() != null) metadata.put(Provenance.PROVED, actor.proved());
        if (cause != null) metadata.put(Provenance.CAUSE, cause);
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(new GenericCommandMessage<>(command, metadata));
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                if (attempt == ATTEMPTS) throw lost;
            } catch (CommandExecutionException wrapped) {
                if (wrapped.getCause() instanceof RuntimeException inner) throw inner;
                throw wrapped;
            }
        }
    }
}
