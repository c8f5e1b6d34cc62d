package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;

/** What the owner of a contested profile has to say, 1 to 1,000 characters, in place of what they said before; the managers read it. Refused: {@code profile.unknown} (also when it is not the account's), {@code contest.unknown}, {@code contest.statement-malformed} (most). */
public record AnswerContest(ProfileId profileId, AccountId owner, String statement) {

    /** Never shows what was written: it is personal. */
    @Override
    public String toString() {
        return "AnswerContest[" + profileId + "]";
    }
}
