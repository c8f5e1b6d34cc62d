package org.acides.hiboo.identity.picker;

import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the picker's page.
 *
 * @param cards the person's profiles on the service; empty when nobody enters it now
 * @param room how many more profiles the person may make there
 * @param closed message key of why there is nothing to pick or make, or null
 * @param fresh identifier that a new profile gets, so that a form sent twice makes one
 * @param typed what the person typed before a refusal; empty at first
 * @param refusal message key of the refusal, or null
 */
public record Choice(
        Service service,
        String onward,
        List<Card> cards,
        int room,
        @Nullable String closed,
        ProfileId fresh,
        String typed,
        @Nullable String refusal,
        Object[] arguments) {

    public boolean remembered() {
        return cards.stream().anyMatch(Card::remembered);
    }

    public boolean creatable() {
        return room > 0;
    }
}
