package org.acides.hiboo.identity.account;

import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;

/** The accounts there are, from state that is never behind their events. An erased account is not found. */
public interface Accounts {

    Optional<AccountState> find(AccountId id);

    /** By the login name as somebody typed it: without regard to case, and to blanks around it. */
    Optional<AccountState> byLoginName(String typed);

    /** By the e-mail address as somebody typed it: without regard to case, and to blanks around it. */
    Optional<AccountState> byEmail(String typed);

    /** Whether any account that is not blocked holds the role of an admin. */
    boolean anyAdmin();
}
