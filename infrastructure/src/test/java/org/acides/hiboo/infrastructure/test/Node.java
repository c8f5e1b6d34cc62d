package org.acides.hiboo.infrastructure.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** A node of ours on a given database, started and stopped by the test; several may share one database. */
public final class Node implements AutoCloseable {

    @EnableAutoConfiguration
    static class Everything {}

    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param url as {@link TestDatabase#create()} answers it */
    public static Node on(String url, Map<String, ?> properties, Class<?>... configuration) {
        Map<String, Object> all = new TreeMap<>(Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "",
                "spring.datasource.hikari.maximum-pool-size", "8"));
        all.putAll(properties);
        List<Class<?>> classes = new ArrayList<>(Arrays.asList(configuration));
        classes.add(Everything.class);
        SpringApplication application = new SpringApplication(classes.toArray(Class<?>[]::new));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return new Node(application.run(all.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new)));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
