package org.acides.hiboo.journeys;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.seed.MovedClock;
import org.awaitility.Awaitility;

/** The demo community, the telephone that shows its staff's codes, and a clock that a journey moves. */
final class Community implements AutoCloseable {

    private static final String PASSWORD = "la-nuit-porte-conseil";

    private final RunningHiboo hiboo;
    private final Path home;
    private Duration ahead = Duration.ZERO;

    private Community(RunningHiboo hiboo, Path home) {
        this.hiboo = hiboo;
        this.home = home;
    }

    static Community start(String name, String... arguments) {
        RunningHiboo.Recipe recipe = RunningHiboo.fresh(name)
                .argument("--spring.profiles.active=demo")
                .argument("--hiboo.demo-port=" + RunningHiboo.freePort())
                .argument("--spring.main.sources=" + MovedClock.class.getName());
        for (String argument : arguments) recipe.argument(argument);
        Community community = new Community(recipe.start(), recipe.home());
        community.hiboo.waitForOutput("Demo: sign in at the café");
        return community;
    }

    URI at(String path) {
        return hiboo.at(path);
    }

    RunningHiboo hiboo() {
        return hiboo;
    }

    void later(Duration amount) {
        ahead = ahead.plus(amount);
        try {
            Path written = Files.writeString(home.resolve("clock.new"), ahead.toString());
            Files.move(written, home.resolve(MovedClock.FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an application shows now. A code serves once: the clock goes on by a minute. */
    String code(Authenticator application) {
        later(Duration.ofMinutes(1));
        return application.code(Instant.now().plus(ahead));
    }

    /** Signs a member in, or somebody of the staff with their code, on the way to that screen. */
    void enter(Browser browser, String login, String path) {
        browser.go(at(path));
        browser.waitForPath("/sign-in");
        prove(browser, login, path);
    }

    /** The same for a browser that is at the sign-in. */
    void prove(Browser browser, String login, String path) {
        browser.type("username", login);
        browser.type("password", PASSWORD);
        browser.click("form:has([name=password]) button");
        Optional<Authenticator> application = application(login);
        if (application.isPresent()) {
            browser.waitForPath("/second-step");
            Authenticator.type(browser, code(application.get()));
        }
        browser.waitForPath(path);
    }

    private Optional<Authenticator> application(String login) {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("data/demo-authenticator.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(secrets.getProperty(login)).map(Authenticator::new);
    }

    /** The link of that kind in the newest letter that the development mailbox shows. */
    URI letter(String kind) {
        Pattern link = Pattern.compile("http://\\S+/" + kind + "/\\S+");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Optional.of(link.matcher(mailbox())).filter(Matcher::find), Optional::isPresent)
                .map(Matcher::group)
                .map(URI::create)
                .orElseThrow();
    }

    String mailbox() {
        return Person.visiting(hiboo).open(at("/mailbox")).document().text();
    }

    @Override
    public void close() {
        hiboo.close();
    }
}
