package org.acides.hiboo.webui.identity.accounts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.RevokeRole;
import org.acides.hiboo.identity.api.commands.UnblockAccount;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.infrastructure.HistoryAddress;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.ReasonDialog;
import org.acides.hiboo.webui.shell.Notices;

/** One account: what it may do, and whether it may enter. */
final class AccountPanel extends Aside {

    private static final long serialVersionUID = 1L;

    private final AccountRow account;
    private final transient AdminActs acts;
    private final transient Consumer<AccountRow> changed;

    AccountPanel(
            AccountRow account,
            Answers answers,
            AdminActs acts,
            Moments moments,
            Consumer<AccountRow> changed,
            Runnable close) {
        this.account = account;
        this.acts = acts;
        this.changed = changed;
        addClassName("detail");
        DescriptionList facts = new DescriptionList();
        facts.add(
                term("accounts.email"),
                new DescriptionList.Description(new Span(account.email()), new Span(" · " + Words.of(verified()))));
        facts.add(term("accounts.since"), new DescriptionList.Description(Times.on(account.registeredAt())));
        facts.add(
                term("accounts.id"),
                new DescriptionList.Description(new Code(account.accountId().toString())));
        add(head(close), facts, new H3(Words.of("accounts.roles")), new Paragraph(Words.of("accounts.roles.about")));
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.MEMBER))) add(role(role));
        add(new H3(Words.of("accounts.entry")), entry(), new RecoveryPart(account, answers, acts, moments), history());
    }

    static String name(AccountRow account) {
        return account.loginName().isEmpty() ? Words.of("accounts.erased") : account.loginName();
    }

    private Div head(Runnable close) {
        Button shut = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close.run());
        shut.addThemeVariants(ButtonVariant.TERTIARY);
        shut.setAriaLabel(Words.of("shell.close"));
        Div head = new Div(new H2(name(account)), shut);
        head.addClassName("detail-head");
        return head;
    }

    private Div role(Role role) {
        boolean held = account.roles().contains(role);
        String key = held ? "role.revoke" : "role.grant";
        Object command = held ? new RevokeRole(account.accountId(), role) : new GrantRole(account.accountId(), role);
        String named = Words.of("role." + role);
        Button button = new Button(
                Words.of(key + ".do", named),
                click -> Confirm.ask(
                        key,
                        held,
                        () -> act(command, with(roles(role, !held), account.blocked())),
                        named,
                        name(account)));
        button.setAriaLabel(Words.of(key + ".label", named));
        button.addThemeVariants(ButtonVariant.SMALL);
        Span name = new Span(named);
        Span about = new Span(Words.of("role." + role + ".about"));
        about.addClassName("second-line");
        Div words = new Div(name, about);
        words.addClassName("two-lines");
        Div row = new Div(words, button);
        row.addClassName("role-row");
        row.setClassName("held", held);
        return row;
    }

    private Component entry() {
        AccountRow opposite = with(account.roles(), !account.blocked());
        Button button = account.blocked()
                ? new Button(
                        Words.of("account.unblock.do"),
                        click -> Confirm.ask(
                                "account.unblock",
                                false,
                                () -> act(new UnblockAccount(account.accountId()), opposite),
                                name(account)))
                : new Button(
                        Words.of("account.block.do"), click -> block(opposite).open());
        if (!account.blocked()) button.addThemeVariants(ButtonVariant.ERROR);
        Div row = new Div(new Span(Words.of(account.blocked() ? "accounts.is-blocked" : "accounts.may-enter")), button);
        row.addClassName("role-row");
        return row;
    }

    private ReasonDialog block(AccountRow then) {
        return new ReasonDialog(
                "account.block",
                "account.block.reason",
                name(account),
                reason -> acts.send(new BlockAccount(account.accountId(), reason)),
                () -> changed.accept(then));
    }

    private Anchor history() {
        Filter ofAccount = new Filter(Set.of(), null, account.accountId().toString(), null, null);
        Anchor link = new Anchor(HistoryAddress.to(ofAccount), Words.of("accounts.history"));
        link.addClassName("detail-link");
        return link;
    }

    /** The row as the act leaves it: the list itself follows a moment later. */
    private void act(Object command, AccountRow then) {
        if (!Notices.attempt(() -> acts.send(command))) return;
        Notices.done("saved");
        changed.accept(then);
    }

    private Set<Role> roles(Role role, boolean held) {
        Set<Role> roles = EnumSet.of(Role.MEMBER);
        roles.addAll(account.roles());
        if (held) roles.add(role);
        else roles.remove(role);
        return roles;
    }

    private AccountRow with(Set<Role> roles, boolean blocked) {
        return new AccountRow(
                account.accountId(),
                account.loginName(),
                account.email(),
                account.verified(),
                blocked,
                roles,
                account.registeredAt());
    }

    private String verified() {
        return account.verified() ? "accounts.verified" : "accounts.unverified";
    }

    private static DescriptionList.Term term(String key) {
        return new DescriptionList.Term(Words.of(key));
    }
}
