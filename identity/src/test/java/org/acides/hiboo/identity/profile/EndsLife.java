package org.acides.hiboo.identity.profile;

import java.time.Duration;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;

/** Profiles that end, with a time of grace. */
abstract class EndsLife extends PolicyLife {

    static final Duration GRACE = Duration.ofDays(14);

    List<MyHistoryRow> history(AccountId account) {
        return all(new FindMyHistory(account, 0, 200), MyHistoryRow.class);
    }
}
