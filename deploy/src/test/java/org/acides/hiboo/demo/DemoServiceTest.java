package org.acides.hiboo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoServiceTest {

    private static final List<DemoService> ALL = DemoService.all(URI.create("http://localhost:8090/"));

    @Test
    void everyServiceIsOneThatTheCatalogueTakes() {
        assertThat(ALL).hasSize(6).allSatisfy(service -> {
            assertThat(service.slug()).matches("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");
            assertThat(service.description("0".repeat(64)).name()).isEqualTo(service.name());
            assertThat(service.logo()).hasSizeBetween(100, 20_000).startsWith(0x89, 'P', 'N', 'G');
            assertThat(service.rules().pattern()).isEqualTo(service.pattern());
            assertThat(service.quota()).isBetween(1, 20);
        });
    }

    @Test
    void aServiceIsTheSameInEveryDemo() {
        assertThat(ALL).extracting(DemoService::id).doesNotHaveDuplicates();
        assertThat(DemoService.all(URI.create("http://localhost:1/")))
                .extracting(DemoService::id)
                .isEqualTo(ALL.stream().map(DemoService::id).toList());
    }
}
