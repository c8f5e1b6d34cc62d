package org.acides.hiboo.catalog.registration;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.acides.hiboo.catalog.api.commands.StoreLogo;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/**
 * Keeps a copy of the logo that an application points to ({@code logo_uri}): people's browsers never ask the application for
 * it, which would tell it who looks. One that cannot be had, or is no picture, is done without.
 */
@Component
class Emblems {

    private static final int LARGEST = 256 * 1024;

    private final Fetching fetching;
    private final Commands commands;

    Emblems(Fetching fetching, Commands commands) {
        this.fetching = fetching;
        this.commands = commands;
    }

    /** The stored picture's name. */
    Optional<String> of(Fields sent, Actor actor) {
        Optional<URI> address = sent.address("logo_uri");
        if (address.isEmpty()) return Optional.empty();
        try {
            byte[] picture = fetching.fetch(address.get(), "image/png, image/jpeg, image/webp", LARGEST);
            return Optional.of(commands.<String>send(new StoreLogo(picture), actor));
        } catch (IOException | Refused noPicture) {
            return Optional.empty();
        }
    }
}
