package org.acides.hiboo.webui.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.junit.jupiter.api.Test;

class HistoryAddressTest {

    @Test
    void whatIsLookedAtCanBeBookmarked() {
        Filter filter = new Filter(
                Set.of("catalog.service-opened", "catalog.service-closed"),
                "policy.welcome",
                "8f14e45f-ceea-467f-a9d2-3f2b4c5d6e7f",
                Instant.parse("2026-11-01T10:00:00Z"),
                Instant.parse("2026-11-02T10:00:00Z"));
        String query = HistoryAddress.of(filter).getQueryString();
        assertThat(HistoryAddress.filter(QueryParameters.fromString(query))).isEqualTo(filter);
        assertThat(HistoryAddress.filter(QueryParameters.empty())).isEqualTo(Filter.ALL);
    }

    @Test
    void whatAnAddressSaysAmissCountsForNothing() {
        assertThat(HistoryAddress.filter(QueryParameters.fromString("from=yesterday&actor=&x=y")))
                .isEqualTo(Filter.ALL);
    }
}
