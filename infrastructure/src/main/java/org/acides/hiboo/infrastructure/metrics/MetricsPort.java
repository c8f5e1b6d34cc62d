package org.acides.hiboo.infrastructure.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Metrics in Prometheus' text format at {@code /metrics} of {@code hiboo.metrics.port}, and nowhere without one. By default
 * the loopback interface alone listens: counts tell an outsider when a community sleeps.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hiboo.metrics.port")
class MetricsPort {

    @Bean
    PrometheusMeterRegistry prometheusMeterRegistry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    /** @throws CannotStart when the port is no port or taken, or the address is none of this machine */
    @Bean(destroyMethod = "stop")
    HTTPServer metricsServer(
            PrometheusMeterRegistry metrics,
            @Value("${hiboo.metrics.port}") String port,
            @Value("${hiboo.metrics.address:127.0.0.1}") String address) {
        try {
            return HTTPServer.builder()
                    .inetAddress(InetAddress.getByName(address))
                    .port(Integer.parseInt(port))
                    .registry(metrics.getPrometheusRegistry())
                    .buildAndStart();
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "metrics cannot be served at %s, port %s: change HIBOO_METRICS_PORT or HIBOO_METRICS_ADDRESS"
                            .formatted(address, port),
                    e);
        }
    }
}
