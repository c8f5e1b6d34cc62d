package org.acides.hiboo.identity.upstream;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.UpstreamId;

/** @param subject what the provider calls them: it said so itself, just now */
record LinkIdentity(AccountId accountId, SessionId session, UpstreamId upstreamId, String subject) {

    /** Never shows what the provider calls them. */
    @Override
    public String toString() {
        return "LinkIdentity[" + accountId + ", " + upstreamId + "]";
    }
}
