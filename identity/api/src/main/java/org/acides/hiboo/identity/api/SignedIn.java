package org.acides.hiboo.identity.api;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.Actor;

/**
 * The person behind a request, as the session store said at its start. It is the principal of every authenticated
 * request, with one authority {@code ROLE_…} for each role.
 *
 * @param roles that have effect now: beyond a member's, none unless more than one factor was proved
 * @param authenticatedAt when the person last proved who they are
 * @param methods how, as RFC 8176 values: {@code pwd}, {@code otp}, …
 */
public record SignedIn(
        AccountId account, SessionId session, Set<Role> roles, Instant authenticatedAt, List<String> methods)
        implements Principal {

    /** The value in {@link #methods} of whoever proved who they are with more than one factor (RFC 8176 §2). */
    public static final String MULTIPLE = "mfa";

    /** Of whoever signed with a key that stays in a device (RFC 8176 §2). */
    public static final String HARDWARE_KEY = "hwk";

    /** Of whoever signed with a key that may be copied (RFC 8176 §2). */
    public static final String SOFTWARE_KEY = "swk";

    /** Of whoever another provider vouched for. It is no RFC 8176 value: that has none for it. */
    public static final String ELSEWHERE = "urn:hiboo:amr:elsewhere";

    /**
     * Of whoever proved more than one factor at another provider, which an admin trusts for that. It reaches a level, and is
     * less than {@link #MULTIPLE}: no role takes effect by it, nor does it stand in for a factor of the account's own.
     */
    public static final String ELSEWHERE_MULTIPLE = "urn:hiboo:amr:elsewhere-mfa";

    /** The role of whoever decides on a service that they answer for. */
    public static final String SERVICE_MANAGER = "SERVICE_MANAGER";

    public SignedIn {
        roles = Set.copyOf(roles);
        methods = List.copyOf(methods);
    }

    /** The account's identifier: never a name that a log line could give away. */
    @Override
    public String getName() {
        return account.toString();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they proved who they are then or later. */
    public boolean provedSince(Instant then) {
        return !authenticatedAt.isBefore(then);
    }

    /** Whether more than one factor proved it: {@code mfa} (RFC 8176). */
    public boolean provedTwice() {
        return methods.contains(MULTIPLE);
    }

    /** For an act on one's own account, or on one's own behalf as a member. */
    public Actor asMember() {
        return acting(Role.MEMBER.name());
    }

    /** For an act of somebody who answers for a service: whether they do is seen to where the act is. */
    public Actor asServiceManager() {
        return acting(SERVICE_MANAGER);
    }

    /**
     * For an act of office.
     *
     * @throws IllegalStateException when the account does not hold the role
     */
    public Actor as(Role role) {
        if (!is(role)) throw new IllegalStateException("this account does not hold " + role);
        return acting(role.name());
    }

    private Actor acting(String role) {
        return new Actor(account.toString(), role, provedTwice() ? authenticatedAt : null);
    }
}
