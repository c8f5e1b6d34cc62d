package org.acides.hiboo.webui.identity.migration;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.identity.api.queries.ImportRow;
import org.acides.hiboo.identity.api.queries.ImportState;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.shell.Notices;

/** One list: how far it is, and what can be done with it. */
final class ImportCard extends Section {

    private static final long serialVersionUID = 1L;

    private final transient ImportRow row;
    private final transient AdminActs acts;
    private final Runnable changed;
    private final Div buttons = new Div();

    ImportCard(ImportRow row, Answers answers, AdminActs acts, Moments moments, Runnable changed) {
        this.row = row;
        this.acts = acts;
        this.changed = changed;
        addClassName("import");
        Badge state = new Badge(Words.of("old.state." + row.state()));
        state.addThemeVariants(row.state() == ImportState.FINISHED ? BadgeVariant.SUCCESS : BadgeVariant.CONTRAST);
        add(new Header(state, moments.ago(row.at())), figures());
        if (row.state() == ImportState.RUNNING) add(progress());
        buttons.addClassName("import-actions");
        offer();
        if (row.problems() > 0)
            buttons.add(new Button(
                    Words.of("old.problems.show", row.problems()), click -> new ProblemsDialog(row, answers).open()));
        if (buttons.getComponentCount() > 0) add(buttons);
    }

    private Paragraph figures() {
        return new Paragraph(
                switch (row.state()) {
                    case CHECKED -> Words.of("old.figures.checked", row.lines() - row.problems(), row.lines());
                    case RUNNING -> Words.of("old.figures.running", row.reserved(), row.lines() - row.problems());
                    case FINISHED, CANCELLED, CLOSED ->
                        Words.of("old.figures.done", row.reserved(), row.reserved() - row.unclaimed(), row.unclaimed());
                });
    }

    private ProgressBar progress() {
        int all = Math.max(1, row.lines() - row.problems());
        return new ProgressBar(0, all, Math.min(all, row.reserved()));
    }

    private void offer() {
        switch (row.state()) {
            case CHECKED -> {
                Button start = button("old.start", false, new StartProfileImport(row.importId()));
                start.addThemeVariants(ButtonVariant.PRIMARY);
                start.setEnabled(row.problems() < row.lines());
                buttons.add(start, button("old.forget", false, new CancelProfileImport(row.importId())));
            }
            case RUNNING -> buttons.add(button("old.cancel", true, new CancelProfileImport(row.importId())));
            case FINISHED ->
                buttons.add(
                        button("old.close", true, new CloseProfileImport(row.importId())),
                        button("old.cancel", true, new CancelProfileImport(row.importId())));
            case CANCELLED, CLOSED -> {}
        }
    }

    private Button button(String key, boolean grave, Object command) {
        return new Button(
                Words.of(key + ".do"),
                click -> Confirm.ask(
                        key, grave, () -> send(key, command), row.unclaimed(), row.lines() - row.problems()));
    }

    private void send(String key, Object command) {
        if (Notices.attempt(() -> acts.send(command))) Notices.done(key + ".done");
        changed.run();
    }
}
