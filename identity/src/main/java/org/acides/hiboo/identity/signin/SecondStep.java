package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.Levels;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.identity.signin.SecondSteps.Waiting;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way from a right password to a session, for accounts with a factor, whatever its kind: the browser waits with a secret
 * of its own, and whoever checked a factor calls {@link #pass}. Somebody signed in who could prove more may be asked for
 * the second step alone, too. Who proves a factor has it: a recovery under way is called off.
 */
@Component
class SecondStep {

    private final SecondSteps steps;
    private final BrowserSecret cookie;
    private final Factors factors;
    private final SecondFactors second;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Door door;

    SecondStep(
            SecondSteps steps,
            PublicAddress address,
            Factors factors,
            SecondFactors second,
            Accounts accounts,
            Sessions sessions,
            Door door) {
        this.steps = steps;
        this.cookie = new BrowserSecret(address, "hiboo-step", SecondSteps.LIFETIME);
        this.factors = factors;
        this.second = second;
        this.accounts = accounts;
        this.sessions = sessions;
        this.door = door;
    }

    boolean isAsked(AccountId account) {
        return factors.any(account);
    }

    /** @param again whoever is signed in and asked again; null for a sign-in */
    void begin(
            AccountId account,
            List<String> methods,
            @Nullable SignedIn again,
            HttpServletRequest request,
            HttpServletResponse response) {
        begin(account, methods, null, again, request, response);
    }

    /** @param provedAt when they proved that; null for just now */
    void begin(
            AccountId account,
            List<String> methods,
            @Nullable Instant provedAt,
            @Nullable SignedIn again,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionId session = again != null && again.account().equals(account) ? again.session() : null;
        cookie.write(request, response, steps.begin(account, methods, provedAt, session));
    }

    /** Who waits in this browser: between the two steps, or signed in by less than they could prove. */
    Optional<Waiting> waiting(@Nullable SignedIn who, HttpServletRequest request) {
        return steps.find(cookie.read(request)).or(() -> raising(who));
    }

    private Optional<Waiting> raising(@Nullable SignedIn who) {
        if (who == null || !factors.any(who.account())) return Optional.empty();
        List<String> most = together(who.methods(), factors.reach(who.account()));
        if (who.provedTwice() && Levels.reach(Levels.of(most), who.methods())) return Optional.empty();
        return Optional.of(new Waiting(who.account(), who.methods(), null, who.session(), null));
    }

    /**
     * They proved it: the session begins, or goes on.
     *
     * @param methods RFC 8176 values of what they proved in this step
     * @return empty when the secret was used meanwhile, or has ended
     * @throws Refused {@code sign-in.blocked}
     */
    Optional<AccountState> pass(
            Waiting waiting,
            List<String> methods,
            @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> all = together(waiting.methods(), methods);
        Optional<AccountState> account = accounts.find(waiting.account());
        if (account.filter(AccountState::blocked).isPresent()) throw new Refused("sign-in.blocked");
        if (waiting.secret() == null) {
            if (waiting.session() != null) sessions.provedMore(waiting.session(), all);
            second.keep(waiting.account());
            return account;
        }
        if (!steps.use(waiting.secret())) return Optional.empty();
        second.keep(waiting.account());
        cookie.clear(request, response);
        boolean again = who != null && who.session().equals(waiting.session());
        account.ifPresent(known -> door.enter(known, all, waiting.provedAt(), who, again, request, response));
        return account;
    }

    private static List<String> together(List<String> before, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(more);
        return new ArrayList<>(all);
    }
}
