package org.acides.hiboo.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Authenticators.Offer;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.Totp;

/**
 * Plays the authenticator application of the demo's staff, whose roles ask for a second factor: the café shows its codes, as
 * a telephone would. It enrols as anybody does; its secrets are random, and lie beside the demo's data.
 */
final class DemoAuthenticator {

    private final Path home;
    private final Path file;
    private final Authenticators authenticators;
    private final SecondFactors second;
    private final Factors factors;
    private final Clock clock;
    private final Properties secrets = new Properties();

    DemoAuthenticator(Path home, Authenticators authenticators, SecondFactors second, Factors factors, Clock clock) {
        this.home = home;
        this.file = home.resolve("demo-authenticator.properties");
        this.authenticators = authenticators;
        this.second = second;
        this.factors = factors;
        this.clock = clock;
        if (!Files.exists(file)) return;
        try (Reader reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This moment's code serves for that: the next one is the first to sign in with. */
    void enrol(String login, AccountId account) {
        if (factors.any(account)) return;
        Offer offer = authenticators.offer(account);
        var unused = second.enrolAuthenticator(account, offer.token(), Totp.code(offer.secret(), clock.instant()));
        secrets.setProperty(login, offer.secret());
        try {
            Files.createDirectories(home);
            try (Writer writer = Files.newBufferedWriter(file)) {
                secrets.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By login name, what the application shows at this moment. */
    Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        for (String login : secrets.stringPropertyNames())
            codes.put(login, Totp.code(secrets.getProperty(login), clock.instant()));
        return codes;
    }
}
