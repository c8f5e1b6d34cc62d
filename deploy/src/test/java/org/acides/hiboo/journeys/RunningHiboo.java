package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packed jar, started as an operator starts it, in a process of its own with a home and a port of its own. */
final class RunningHiboo implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Pattern FIRST_ADMIN = Pattern.compile("http\\S+/first-admin/\\S+");

    private final Process process;
    private final Path log;
    private final int port;

    private RunningHiboo(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** What to start: change what matters, then {@link #start()}. */
    static final class Recipe {
        private final Path home;
        private int port = freePort();
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> arguments = new ArrayList<>();
        private boolean learning;

        private Recipe(String name) {
            home = TARGET.resolve("journeys").resolve(name);
        }

        Recipe port(int chosen) {
            port = chosen;
            return this;
        }

        Recipe environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Recipe argument(String argument) {
            arguments.add(argument);
            return this;
        }

        /** Registers services by real commands before the start is announced; see {@link org.acides.hiboo.seed.Seed}. */
        Recipe seed(String name, String redirect, String afterSignOut, int quota) {
            seeded();
            String prefix = "--seed.services." + name;
            arguments.add(prefix + ".redirect=" + redirect);
            arguments.add(prefix + ".after-sign-out=" + afterSignOut);
            arguments.add(prefix + ".quota=" + quota);
            return this;
        }

        /** Registers a captcha site for the pages of another site, which plays a vendor, too; see {@link org.acides.hiboo.seed.CaptchaSeed}. */
        Recipe captcha(OtherSite site) {
            arguments.add("--spring.main.sources=org.acides.hiboo.seed.CaptchaSeed");
            arguments.add("--seed.captcha-domain=127.0.0.1");
            arguments.add("--hiboo.captcha.hcaptcha.script=" + site.at("/vendor.js"));
            arguments.add("--hiboo.captcha.hcaptcha.verify=" + site.at("/siteverify"));
            return this;
        }

        /** Registers a SAML service provider from its metadata, at {@code home}. */
        Recipe saml(String name, String home, Path metadata) {
            seeded();
            String prefix = "--seed.saml." + name;
            arguments.add(prefix + ".home=" + home);
            arguments.add(prefix + ".metadata=" + metadata);
            return this;
        }

        /** At its end, the JVM writes down what it learned of the classes. */
        private Recipe learning() {
            learning = true;
            return this;
        }

        private void seeded() {
            String source = "--spring.main.sources=org.acides.hiboo.seed.Seed";
            if (!arguments.contains(source)) arguments.add(source);
        }

        Path home() {
            return home;
        }

        int port() {
            return port;
        }

        RunningHiboo start() {
            return RunningHiboo.start(this);
        }
    }

    /** A recipe with an empty home of that name. */
    static Recipe fresh(String name) {
        Recipe recipe = new Recipe(name);
        UnpackedJar.delete(recipe.home);
        return recipe;
    }

    private static RunningHiboo start(Recipe recipe) {
        try {
            Files.createDirectories(recipe.home);
            Path log = recipe.home.resolve("hiboo.log");
            Files.deleteIfExists(log);
            List<String> command = new ArrayList<>(List.of(
                    Programs.java(),
                    recipe.learning ? "-XX:AOTCacheOutput=" + cache() : "-XX:AOTCache=" + learned(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    recipe.learning
                            ? UnpackedJar.path().toString()
                            : UnpackedJar.path() + File.pathSeparator + TARGET.resolve("test-classes"),
                    "org.acides.hiboo.HibooApplication"));
            command.addAll(recipe.arguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(recipe.home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("HIBOO_HOME", recipe.home.resolve("data").toString());
            builder.environment().put("HIBOO_PORT", Integer.toString(recipe.port));
            builder.environment().putAll(recipe.environment);
            RunningHiboo hiboo = new RunningHiboo(builder.start(), log, recipe.port);
            Runtime.getRuntime().addShutdownHook(new Thread(hiboo.process::destroy));
            Awaitility.await("Hiboo's start, told in " + log)
                    .atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !hiboo.process.isAlive() || hiboo.output().contains("Hiboo is ready at"));
            assertThat(hiboo.process.isAlive()).as(hiboo::output).isTrue();
            return hiboo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From one start for all journeys: every other one takes half as long, as an operator's second one does. */
    private static synchronized Path learned() throws IOException {
        if (!Files.exists(cache())) fresh("first-start").learning().start().stop();
        return cache();
    }

    private static Path cache() throws IOException {
        return UnpackedJar.path().resolveSibling("hiboo.aot");
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    URI at(String path) {
        return address().resolve(path);
    }

    /** The link that makes the first admin, as it was printed. */
    URI firstAdmin() {
        Matcher link = FIRST_ADMIN.matcher(output());
        assertThat(link.find()).as(output()).isTrue();
        return URI.create(link.group());
    }

    /** The secret of a seeded client. */
    String clientSecret(String name) {
        return seeded(name + ".secret");
    }

    /** What the seed wrote down. */
    String seeded(String key) {
        java.util.Properties clients = new java.util.Properties();
        try (var reader = Files.newBufferedReader(log.resolveSibling("clients.properties"))) {
            clients.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clients.getProperty(key);
    }

    void waitForOutput(String words) {
        Awaitility.await(words + ", told in " + log)
                .atMost(Duration.ofSeconds(60))
                .until(() -> output().contains(words));
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As the kernel does when memory runs out: nothing gets to say goodbye. */
    void kill() {
        process.destroyForcibly();
        Programs.waitFor(process);
    }

    /** As Ctrl-C does. */
    void stop() {
        process.destroy();
        Programs.waitFor(process);
    }

    @Override
    public void close() {
        if (process.isAlive()) stop();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
