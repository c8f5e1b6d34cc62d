package org.acides.hiboo.webui.identity.accounts;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.identity.api.queries.CountAccounts;
import org.acides.hiboo.identity.api.queries.FindAccounts;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Lists;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** Accounts, newest first, without their profiles. */
@Route("admin/accounts")
@RolesAllowed("ADMIN")
@Menu(title = "accounts.title", order = 20, icon = "vaadin:users")
final class AccountsView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient AdminActs acts;
    private final transient Moments moments;
    private final TextField search = Lists.search(Words.of("accounts.search"));
    private final Span total = new Span();
    private final Grid<AccountRow> grid;
    private final MasterDetailLayout layout = new MasterDetailLayout();

    AccountsView(Answers answers, AdminActs acts, Moments moments) {
        super("accounts");
        this.answers = answers;
        this.acts = acts;
        this.moments = moments;
        addClassName("full");
        grid = Lists.lazy(this::rows, this::count);
        columns();
        Lists.onOpen(grid, this::open);
        search.setHelperText(Words.of("accounts.search.help"));
        search.addValueChangeListener(change -> {
            close();
            grid.getDataProvider().refreshAll();
        });
        total.addClassName("second-line");
        Div bar = new Div(search, total);
        bar.addClassNames("filter-bar", "top");
        layout.setMaster(grid);
        layout.setMasterSize("22rem");
        layout.setDetailSize("26rem");
        layout.setExpandMaster(true);
        layout.addClassName("master-detail");
        layout.addBackdropClickListener(click -> close());
        layout.addDetailEscapePressListener(escape -> close());
        add(bar, layout);
    }

    private void columns() {
        grid.addComponentColumn(this::name)
                .setHeader(Words.of("accounts.name"))
                .setWidth("min(14rem, 54vw)")
                .setFlexGrow(3);
        grid.addComponentColumn(this::marks)
                .setHeader(Words.of("accounts.marks"))
                .setWidth("min(12rem, 38vw)")
                .setFlexGrow(2);
        grid.addColumn(row -> Times.on(row.registeredAt()))
                .setHeader(Words.of("accounts.since"))
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.setEmptyStateText(Words.of("accounts.none"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
    }

    private Div name(AccountRow row) {
        Span email = new Span(row.email());
        email.addClassName("second-line");
        Div words = new Div(new Span(AccountPanel.name(row)), email);
        words.addClassName("two-lines");
        return words;
    }

    private Div marks(AccountRow row) {
        Div marks = new Div();
        marks.addClassName("marks");
        if (row.blocked()) marks.add(badge("accounts.blocked", BadgeVariant.ERROR));
        if (!row.verified()) marks.add(badge("accounts.unverified", BadgeVariant.WARNING));
        row.roles().stream()
                .filter(role -> role != Role.MEMBER)
                .sorted()
                .forEach(role -> marks.add(badge("role." + role, BadgeVariant.FILLED)));
        return marks;
    }

    private static Badge badge(String key, BadgeVariant variant) {
        Badge badge = new Badge(Words.of(key));
        badge.addThemeVariants(variant);
        return badge;
    }

    private void open(AccountRow row) {
        layout.setDetail(new AccountPanel(row, answers, acts, moments, this::changed, this::close));
    }

    private void changed(AccountRow now) {
        open(now);
        grid.getDataProvider().refreshAll();
    }

    private void close() {
        layout.setDetail(null);
    }

    private List<AccountRow> rows(int offset, int limit) {
        return answers.all(new FindAccounts(search.getValue(), offset, limit), AccountRow.class);
    }

    private int count() {
        int count = answers.count(new CountAccounts(search.getValue()));
        total.setText(Words.of("accounts.count", count));
        return count;
    }
}
