package org.acides.hiboo.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A clock that is ahead by what the file {@code clock} in the working directory says, such as {@code PT1H}. */
@Configuration(proxyBeanMethods = false)
public class MovedClock {

    public static final String FILE = "clock";

    @Bean
    @Primary
    Clock moved() {
        InstantSource source = () -> Instant.now().plus(ahead());
        return source.withZone(ZoneOffset.UTC);
    }

    private static Duration ahead() {
        Path file = Path.of(FILE);
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
