package org.acides.hiboo.captcha.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.acides.hiboo.captcha.CaptchaConfiguration;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.challenge.Challenges;
import org.acides.hiboo.captcha.challenge.NotSolved;
import org.acides.hiboo.captcha.challenge.Solutions;
import org.acides.hiboo.captcha.challenge.Wanted;
import org.acides.hiboo.captcha.pow.Keyhunt;
import org.acides.hiboo.captcha.pow.Solver;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many challenges are posed and solutions refused or checked a second, and what a pass costs whoever attacks: see {@code
 * deploy/bench/README.md}, and run {@code deploy/bench/captcha.sh}.
 */
public final class CaptchaBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /** A server takes longer to be compiled than a method. */
    private static final int WARMING = 4;

    private static final Wanted WANTED = new Wanted("pow", "sign-up", "", null, Locale.ENGLISH);

    @EnableAutoConfiguration
    static class Everything {}

    private final ConfigurableApplicationContext hiboo;
    private final Duration time;
    private final KnownSite site;

    private CaptchaBench(ConfigurableApplicationContext hiboo, Duration time) {
        this.hiboo = hiboo;
        this.time = time;
        SiteSettings settings =
                new SiteSettings("Bench", List.of("localhost"), List.of("pow", "pow-argon2"), 1, 1, 100_000);
        SiteKey key = hiboo.getBean(Commands.class)
                .send(new RegisterSite(SiteId.random(), null, settings), Actor.system("bench"));
        site = hiboo.getBean(Sites.class).find(key).orElseThrow();
    }

    /** @param arguments seconds a run (5) */
    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5);
        Path directory = Files.createTempDirectory("hiboo-bench");
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            Map<String, Object> properties = Map.of(
                    "spring.datasource.url", database.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.username", "postgres",
                    "spring.datasource.password", "",
                    "server.port", "0",
                    "logging.level.root", "warn",
                    "spring.main.banner-mode", "off",
                    "server.tomcat.max-keep-alive-requests", "-1",
                    "hiboo.home", directory.resolveSibling(directory.getFileName() + "-home"));
            SpringApplication application = new SpringApplication(
                    InfrastructureConfiguration.class, CaptchaConfiguration.class, Everything.class);
            application.setRegisterShutdownHook(false);
            try (var hiboo = application.run(properties.entrySet().stream()
                    .map(one -> "--" + one.getKey() + "=" + one.getValue())
                    .toArray(String[]::new))) {
                new CaptchaBench(hiboo, time).run();
            }
        }
        // A thread of Axon's would stay.
        System.exit(0);
    }

    private void run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%d processors, load %s%n",
                CORES,
                Files.readString(Path.of("/proc/loadavg")).strip());
        Challenges challenges = hiboo.getBean(Challenges.class);
        Solutions solutions = hiboo.getBean(Solutions.class);
        say(
                "challenges posed, in the process",
                Rate.of(
                        CORES,
                        time,
                        () -> () -> JSON.writeValueAsBytes(
                                                challenges.issue(site, WANTED).orElseThrow())
                                        .length
                                > 0));
        JsonNode challenge = JSON.valueToTree(challenges.issue(site, WANTED).orElseThrow());
        String wrong = Solver.payload(challenge, 0, "x".repeat(64));
        ObjectNode forged = ((ObjectNode) challenge).deepCopy();
        forged.put("signature", "0".repeat(64));
        String forgery = Solver.payload(forged, 0, "0".repeat(64));
        say("forgeries refused, in the process", refused(solutions, forgery));
        say("wrong beginnings refused, in the process", refused(solutions, wrong));
        int port = hiboo.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String get = Wire.get("/captcha/challenge?sitekey=" + site.siteKey());
        String post = Wire.post("/captcha/solve", "payload=" + URLEncoder.encode(forgery, StandardCharsets.US_ASCII));
        say(
                "challenges posed, over HTTP, 16 connections",
                Rate.of(16, time.multipliedBy(WARMING), () -> new Wire(port, get)));
        say(
                "forgeries refused, over HTTP, 16 connections",
                Rate.of(16, time.multipliedBy(WARMING), () -> new Wire(port, post)));
        solved(challenges, solutions);
        for (String kind : List.of("pow", "pow-argon2")) tiers(kind);
    }

    private double refused(Solutions solutions, String payload) throws Exception {
        return Rate.of(CORES, time, () -> () -> {
            try {
                return solutions.solve(payload, any -> true) == null;
            } catch (NotSolved no) {
                return true;
            }
        });
    }

    /** Each a challenge of its own, with a key that begins well: all but the luck is ours to do. Then passes, each once. */
    private void solved(Challenges challenges, Solutions solutions) throws Exception {
        Keyhunt alone = Keyhunt.of("pow", 1);
        double limit = Rate.of(1, time, () -> () -> {
            alone.derive();
            return true;
        });
        double full = Rate.of(8, time, () -> () -> {
            JsonNode one = JSON.valueToTree(challenges.issue(site, WANTED).orElseThrow());
            String begin = one.at("/parameters/keyPrefix").stringValue();
            int counter = ThreadLocalRandom.current().nextInt(1 << 30);
            try {
                return solutions.solve(Solver.payload(one, counter, begin + "0".repeat(62)), any -> true) == null;
            } catch (NotSolved no) {
                return true;
            }
        });
        say("PBKDF2 of 1,000 rounds and nothing else, one core", limit);
        say("solutions checked in full, PBKDF2 of 1,000 rounds, half of the cores", full);
        System.out.printf(Locale.ROOT, "of what PBKDF2 allows: %.0f %%%n", 100 * full / limit / Math.max(1, CORES / 2));
        List<String> passes = new ArrayList<>();
        List<String> solved = new ArrayList<>();
        for (int i = 0; i < 20; i++)
            solved.add(
                    Solver.solve(JSON.valueToTree(challenges.issue(site, WANTED).orElseThrow())));
        for (String payload : solved)
            passes.add(solutions.solve(payload, any -> true).pass());
        long begin = System.nanoTime();
        for (String pass : passes) solutions.verify(site.siteKey(), pass, null);
        System.out.printf(
                Locale.ROOT, "a pass verified, one after the other: %.2f ms%n", (System.nanoTime() - begin) / 1e6 / 20);
    }

    private void tiers(String kind) throws Exception {
        System.out.printf(
                "%n| %s | one key, ms | keys for a pass | an attacker's core, s a pass | passes a core, an hour |%n",
                kind);
        System.out.println("|---|---:|---:|---:|---:|");
        double[] perKey = new double[4];
        for (int difficulty = 1; difficulty <= Keyhunt.hardest(kind); difficulty++) {
            Keyhunt hunt = Keyhunt.of(kind, difficulty);
            int step = (difficulty - 1) % 4;
            if (perKey[step] == 0)
                perKey[step] = 1
                        / Rate.of(1, Duration.ofSeconds(2), () -> () -> {
                            hunt.derive();
                            return true;
                        });
            double keys = hunt.keys(difficulty);
            double seconds = keys * perKey[step];
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.2f | %,.0f | %,.2f | %,.0f |%n",
                    difficulty,
                    perKey[step] * 1_000,
                    keys,
                    seconds,
                    3_600 / seconds);
        }
    }

    private static void say(String what, double rate) {
        System.out.printf(Locale.ROOT, "%s: %,.0f a second%n", what, rate);
    }
}
