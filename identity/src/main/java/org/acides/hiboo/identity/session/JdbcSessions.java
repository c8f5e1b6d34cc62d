package org.acides.hiboo.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.queries.MySession;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions in one table, joined at each request with what their account may do now. */
@Component
class JdbcSessions implements Sessions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Lifetimes lifetimes;
    private final Clock clock;

    JdbcSessions(JdbcClient jdbc, ApplicationEventPublisher publisher, Lifetimes lifetimes, Clock clock) {
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public Begun begin(AccountId account, List<String> methods, String device) {
        return begin(account, methods, device, clock.instant());
    }

    @Override
    public Begun begin(AccountId account, List<String> methods, String device, Instant authenticatedAt) {
        Begun begun = new Begun(SessionId.random(), Secret.fresh());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        jdbc.sql("INSERT INTO identity.session (cookie_hash, session_id, account_id, methods, authenticated_at,"
                        + " created_at, last_used_at, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Secret.digest(begun.cookie()),
                        begun.id().value(),
                        account.value(),
                        methods.toArray(String[]::new),
                        Timestamp.from(authenticatedAt.truncatedTo(ChronoUnit.SECONDS)),
                        Timestamp.from(now),
                        Timestamp.from(Lifetimes.hour(now)),
                        device)
                .update();
        return begun;
    }

    private record Found(SignedIn who, Instant lastUsed) {}

    @Override
    public Optional<SignedIn> find(String cookie) {
        if (cookie.length() != Secret.LENGTH) return Optional.empty();
        Instant now = clock.instant();
        return live(now, "s.cookie_hash = ?", Secret.digest(cookie)).map(found -> used(found, now));
    }

    @Override
    public Optional<SignedIn> find(AccountId account, SessionId session) {
        return live(clock.instant(), "s.session_id = ?", session.value())
                .map(Found::who)
                .filter(who -> who.account().equals(account));
    }

    private Optional<Found> live(Instant now, String which, Object value) {
        return jdbc.sql("SELECT s.session_id, s.account_id, s.methods, s.authenticated_at, s.last_used_at, a.roles"
                        + " FROM identity.session s JOIN identity.account a ON a.account_id = s.account_id"
                        + " WHERE " + which + " AND s.last_used_at > ? AND s.created_at > ? AND NOT a.blocked")
                .params(value, Timestamp.from(lifetimes.idleSince(now)), Timestamp.from(lifetimes.begunBy(now)))
                .query((row, number) -> new Found(signedIn(row), instant(row, "last_used_at")))
                .optional();
    }

    private SignedIn used(Found found, Instant now) {
        Instant hour = Lifetimes.hour(now);
        if (found.lastUsed().isBefore(hour))
            jdbc.sql("UPDATE identity.session SET last_used_at = ? WHERE session_id = ? AND last_used_at < ?")
                    .params(Timestamp.from(hour), found.who().session().value(), Timestamp.from(hour))
                    .update();
        return found.who();
    }

    @Override
    public void authenticatedAgain(SessionId session, List<String> methods) {
        jdbc.sql("UPDATE identity.session SET authenticated_at = ?, methods = ? WHERE session_id = ?")
                .params(
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                        methods.toArray(String[]::new),
                        session.value())
                .update();
    }

    @Override
    public void provedMore(SessionId session, List<String> methods) {
        jdbc.sql("UPDATE identity.session SET methods = ? WHERE session_id = ?")
                .params(methods.toArray(String[]::new), session.value())
                .update();
    }

    @Override
    @Transactional
    public void end(AccountId account, SessionId session) {
        endOne(account, session);
    }

    @Override
    @Transactional
    public void expire(AccountId account, SessionId session) {
        publish(account, delete(account, session), true);
    }

    /** Whether there was such a session of theirs. */
    @Transactional
    boolean endOne(AccountId account, SessionId session) {
        return publish(account, delete(account, session), false);
    }

    private List<UUID> delete(AccountId account, SessionId session) {
        return jdbc.sql("DELETE FROM identity.session WHERE account_id = ? AND session_id = ? RETURNING session_id")
                .params(account.value(), session.value())
                .query(UUID.class)
                .list();
    }

    @Override
    @Transactional
    public void endAll(AccountId account, @Nullable SessionId keep) {
        List<UUID> ended = jdbc.sql("DELETE FROM identity.session WHERE account_id = ?"
                        + " AND session_id IS DISTINCT FROM ? RETURNING session_id")
                .params(Arrays.asList(account.value(), keep == null ? null : keep.value()))
                .query(UUID.class)
                .list();
        publish(account, ended, false);
        publisher.publishEvent(new SignedOutEverywhere(account, keep));
    }

    private boolean publish(AccountId account, List<UUID> ended, boolean expired) {
        if (ended.isEmpty()) return false;
        Set<SessionId> sessions = ended.stream().map(SessionId::new).collect(Collectors.toSet());
        publisher.publishEvent(new SessionsEnded(account, sessions, expired));
        return true;
    }

    List<MySession> of(AccountId account) {
        Instant now = clock.instant();
        return jdbc.sql("SELECT session_id, device, created_at, last_used_at FROM identity.session"
                        + " WHERE account_id = ? AND last_used_at > ? AND created_at > ?"
                        + " ORDER BY last_used_at DESC, created_at DESC")
                .params(
                        account.value(),
                        Timestamp.from(lifetimes.idleSince(now)),
                        Timestamp.from(lifetimes.begunBy(now)))
                .query((row, number) -> new MySession(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getString("device"),
                        instant(row, "created_at"),
                        instant(row, "last_used_at")))
                .list();
    }

    private static SignedIn signedIn(ResultSet row) throws SQLException {
        List<String> methods = List.of((String[]) row.getArray("methods").getArray());
        return new SignedIn(
                new AccountId(row.getObject("account_id", UUID.class)),
                new SessionId(row.getObject("session_id", UUID.class)),
                roles(row, methods),
                instant(row, "authenticated_at"),
                methods);
    }

    /** No role but a member's has effect where one factor alone was proved. */
    private static Set<Role> roles(ResultSet row, List<String> methods) throws SQLException {
        Set<Role> roles = EnumSet.of(Role.MEMBER);
        if (methods.contains(SignedIn.MULTIPLE))
            for (String role : (String[]) row.getArray("roles").getArray()) roles.add(Role.valueOf(role));
        return roles;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
