package org.acides.hiboo.identity.picker;

import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the picker's page.
 *
 * @param cards the person's profiles on the service that enter it; empty when nobody enters it now
 * @param aside those that wait for an answer, were refused or are suspended
 * @param way how the person comes by one more profile
 * @param closed message key of why there is nothing to pick or make, or null
 * @param fresh identifier that a new profile gets, so that a form sent twice makes one
 * @param typed what the person typed before a refusal; empty at first
 * @param refusal message key of the refusal, or null
 */
public record Choice(
        Service service,
        String onward,
        List<Card> cards,
        List<MyProfile> aside,
        Way way,
        @Nullable String closed,
        ProfileId fresh,
        Typed typed,
        @Nullable String refusal,
        Object[] arguments) {

    /**
     * What a form said.
     *
     * @param gift the secret of a gift, or empty
     */
    public record Typed(String username, String message, String gift) {

        static final Typed NOTHING = new Typed("", "", "");

        private static final int SHOWN_AGAIN = 200;
        private static final int MESSAGE_SHOWN_AGAIN = 2_000;

        Typed shortened() {
            return new Typed(
                    username.length() > SHOWN_AGAIN ? username.substring(0, SHOWN_AGAIN) : username,
                    message.length() > MESSAGE_SHOWN_AGAIN ? message.substring(0, MESSAGE_SHOWN_AGAIN) : message,
                    gift.length() > SHOWN_AGAIN ? "" : gift);
        }

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    public boolean remembered() {
        return cards.stream().anyMatch(Card::remembered);
    }

    public boolean creatable() {
        return way == Way.AT_ONCE;
    }

    public boolean requestable() {
        return way == Way.ON_REQUEST;
    }

    /** Whether a form for one more profile is on the page. */
    public boolean offers() {
        return way != Way.NONE;
    }
}
