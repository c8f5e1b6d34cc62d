package org.acides.hiboo.identity.entry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/** What an application wants of a person, in whatever protocol it said so. */
public interface Wish {

    /** Why nobody enters. */
    enum Obstacle {
        /** Nobody is signed in as lately as asked, and nobody may be asked to. */
        NOT_SIGNED_IN,
        /** How the person proved who they are is not enough. */
        LEVEL,
        /** The service lets nobody in now. */
        CLOSED,
        /** Another person, or another of their profiles, is meant. */
        SOMEBODY_ELSE,
        /** The person has not chosen a profile for good, and cannot be asked. */
        NOT_CHOSEN
    }

    ServiceRef service();

    /** Whether the service lets anybody in now. */
    boolean open();

    /** Nobody may be shown anything. */
    boolean silent();

    /** The person proves once more who they are. */
    boolean afresh();

    /** How long ago the person may have proved who they are. */
    Optional<Duration> maxAge();

    /** The person is asked for a profile although they chose one for good. */
    boolean choosing();

    /** @param methods how the person proved who they are: RFC 8176 values, at least one */
    boolean contentWith(List<String> methods);

    /**
     * Whether the application would not rather have more, without insisting.
     *
     * @param methods as above
     */
    default boolean pleasedWith(List<String> methods) {
        return true;
    }

    /** Whether the application says whom it means. */
    boolean meansSomebody();

    /** Whether it may be that profile; any may be where the application says nothing. */
    boolean means(ProfileId profile);

    /** How the application is told. */
    RuntimeException refusal(Obstacle why);
}
