package org.acides.hiboo.infrastructure.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.acides.hiboo.infrastructure.test.Node;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

class MetricsPortTest {

    private static final String DATABASE = TestDatabase.create();

    @Test
    void whoeverCollectsMetricsFindsThemOnAPortOfTheirOwn() throws Exception {
        try (Node node = node(Map.of("hiboo.metrics.port", 0));
                HttpClient http = HttpClient.newHttpClient()) {
            URI metrics =
                    URI.create("http://127.0.0.1:" + node.get(HTTPServer.class).getPort() + "/metrics");
            String text = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
            assertThat(text)
                    .contains(
                            "hiboo_letters{state=\"waiting\"", "jvm_memory_used_bytes", "hikaricp_connections_active");
        }
    }

    @Test
    void withoutAPortNobodyServesThem() {
        try (Node node = node(Map.of())) {
            assertThatThrownBy(() -> node.get(HTTPServer.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    @Test
    void whatIsNoPortIsSaidInOneLine() {
        for (String port : new String[] {"", "ninety", "70000", "-1"})
            assertThatThrownBy(() -> node(Map.of("hiboo.metrics.port", port)))
                    .as(port)
                    .hasStackTraceContaining(CannotStart.class.getSimpleName())
                    .hasStackTraceContaining("HIBOO_METRICS_PORT");
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> node(Map.of("hiboo.metrics.port", taken.getLocalPort())))
                    .hasStackTraceContaining(CannotStart.class.getSimpleName())
                    .hasStackTraceContaining("HIBOO_METRICS_PORT");
        }
    }

    private static Node node(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("hiboo.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        return Node.on(DATABASE, all, InfrastructureConfiguration.class);
    }
}
