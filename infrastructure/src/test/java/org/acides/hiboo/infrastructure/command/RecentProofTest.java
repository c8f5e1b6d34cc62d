package org.acides.hiboo.infrastructure.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentProofTest {

    @ProvedLately
    record OpenTheVault() {}

    record Knock() {}

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration LATELY = Duration.ofMinutes(10);

    private Commands commands;
    private int handled;

    @BeforeEach
    void aBus() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(OpenTheVault.class.getName(), command -> ++handled);
        bus.subscribe(Knock.class.getName(), command -> ++handled);
        commands = new AxonCommands(
                DefaultCommandGateway.builder().commandBus(bus).build(),
                bus,
                new RecentProof(LATELY, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static Actor admin(@Nullable Instant proved) {
        return new Actor("somebody", "ADMIN", proved);
    }

    private void refused(Actor actor) {
        assertThatThrownBy(() -> commands.send(new OpenTheVault(), actor))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("authentication.stale"));
        assertThat(handled).isZero();
    }

    @Test
    void aProofOfLateLetsAGraveCommandThrough() {
        commands.send(new OpenTheVault(), admin(NOW.minus(LATELY)));
        commands.send(new OpenTheVault(), admin(NOW));
        assertThat(handled).isEqualTo(2);
    }

    @Test
    void anOldProofDoesNot() {
        refused(admin(NOW.minus(LATELY).minusMillis(1)));
        refused(admin(Instant.EPOCH));
    }

    @Test
    void whoeverProvedNothingIsRefusedWhateverTheyActAs() {
        refused(admin(null));
        refused(new Actor("somebody", "MEMBER"));
        refused(new Actor("system", "SERVICE_MANAGER"));
    }

    @Test
    void aProcessOfOursHasNobodyToAsk() {
        commands.send(new OpenTheVault(), Actor.system("schedule"));
        assertThat(handled).isEqualTo(1);
    }

    @Test
    void whatIsNotGraveAsksForNothing() {
        commands.send(new Knock(), admin(null));
        assertThat(handled).isEqualTo(1);
    }

    @Test
    void lessThanAMinuteIsNoSetting() {
        assertThatThrownBy(() -> new RecentProof(Duration.ofSeconds(59), Clock.systemUTC()))
                .hasMessageContaining("hiboo.session.fresh");
    }
}
