package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Processors.State;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** One processor. */
final class ProcessorRow extends Div {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Processors processors;
    private final transient Runnable changed;
    private final Badge state = new Badge();
    private final Figure position = new Figure("processors.position");
    private final Figure lag = new Figure("processors.lag");
    private final Figure letters = new Figure("processors.letters");
    private final ProgressBar progress = new ProgressBar(0, 1);
    private final Button replay = new Button(Words.of("processors.replay.do"), click -> askReplay());
    private final Button retry = new Button(Words.of("processors.retry.do"), click -> askRetry());

    ProcessorRow(String name, Processors processors, Runnable changed) {
        this.name = name;
        this.processors = processors;
        this.changed = changed;
        addClassName("processor");
        getElement().setAttribute("role", "listitem");
        replay.addThemeVariants(ButtonVariant.SMALL);
        retry.addThemeVariants(ButtonVariant.SMALL);
        replay.setAriaLabel(Words.of("processors.replay.label", name));
        retry.setAriaLabel(Words.of("processors.retry.label", name));
        progress.getElement().setAttribute("aria-label", Words.of("processors.replay.progress", name));
        Div title = new Div(new Code(name), state);
        title.addClassName("processor-name");
        Div figures = new Div(position, lag, letters);
        figures.addClassName("figures");
        Div buttons = new Div(retry, replay);
        buttons.addClassName("processor-actions");
        add(title, figures, buttons, progress);
    }

    void show(Status status) {
        ProcessorState.show(state, status.state());
        position.show(Words.of("processors.position.of", status.position(), status.head()));
        lag.show(status.lag().isZero() ? Words.of("processors.lag.none") : Moments.amount(status.lag()));
        letters.show(Words.of("number", status.deadLetters()));
        letters.setClassName("bad", status.deadLetters() > 0);
        progress.setVisible(status.state() == State.REPLAYING);
        progress.setValue(Math.clamp(status.replayProgress(), 0, 1));
        replay.setVisible(status.replayable());
        replay.setEnabled(status.state() != State.REPLAYING);
        retry.setVisible(status.deadLetters() > 0);
    }

    private void askReplay() {
        Confirm.ask(
                "processors.replay",
                false,
                () -> {
                    if (Notices.attempt(this::replayNow)) changed.run();
                },
                name);
    }

    private void replayNow() {
        processors.replay(name, Me.now().as(Role.ADMIN));
    }

    private void askRetry() {
        Confirm.ask(
                "processors.retry",
                false,
                () -> {
                    Notices.attempt(() -> Notices.done("processors.retry.done", processors.retryDeadLetters(name)));
                    changed.run();
                },
                name);
    }

    /** A number with what it counts. */
    private static final class Figure extends Div {

        private static final long serialVersionUID = 1L;

        private final Span value = new Span();

        Figure(String key) {
            addClassName("figure");
            Span label = new Span(Words.of(key));
            label.addClassName("second-line");
            value.addClassName("figure-value");
            add(label, value);
        }

        void show(String text) {
            value.setText(text);
        }
    }
}
