package org.acides.hiboo.infrastructure.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Stands before every handler, and refuses what is {@link ProvedLately} to whoever proved too long ago who they are, or never
 * did. A process of ours acts without: there is nobody to ask.
 */
@Component
public class RecentProof implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Duration lately;
    private final Clock clock;

    RecentProof(@Value("${hiboo.session.fresh}") Duration lately, Clock clock) {
        if (lately.compareTo(Duration.ofMinutes(1)) < 0)
            throw new IllegalArgumentException("hiboo.session.fresh: 1m or more");
        this.lately = lately;
        this.clock = clock;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> command = unit.getMessage();
        if (command.getPayloadType().isAnnotationPresent(ProvedLately.class)
                && !Actor.SYSTEM.equals(command.getMetaData().get(Provenance.ROLE)))
            require((Instant) command.getMetaData().get(Provenance.PROVED));
        return chain.proceed();
    }

    /**
     * The same, for what is done without a command.
     *
     * @throws Refused {@code authentication.stale}
     */
    public void require(Actor actor) {
        if (!actor.role().equals(Actor.SYSTEM)) require(actor.proved());
    }

    private void require(@Nullable Instant proved) {
        if (proved == null || proved.isBefore(clock.instant().minus(lately))) throw new Refused("authentication.stale");
    }
}
