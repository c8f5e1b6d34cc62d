package org.acides.hiboo.webui.infrastructure;

import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.webui.i18n.Words;

/** Events and actors in plain words. */
public final class EventWords {

    private static final int ENOUGH_OF_AN_ID = 8;

    private EventWords() {}

    /** What happened; an event that has no words yet goes by its name. */
    public static String of(String name) {
        String key = "event." + name;
        String words = Words.of(key);
        return words.equals(key) ? name : words;
    }

    /** Who, shortly: the role, and enough of the identifier to tell two apart. */
    public static String of(Actor actor) {
        return Words.of("actor.role." + actor.role()) + " " + brief(actor.id());
    }

    static String brief(String id) {
        return id.matches("[0-9a-f-]{36}") ? id.substring(0, ENOUGH_OF_AN_ID) : id;
    }
}
