package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.commands.WithdrawQuestion;
import org.acides.hiboo.captcha.api.commands.WriteQuestion;
import org.acides.hiboo.captcha.api.queries.FindQuestions;
import org.acides.hiboo.captcha.api.queries.QuestionRow;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** The community's own questions, with their answers: written, and withdrawn. */
final class QuestionsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final SiteRow site;
    private final transient Answers answers;
    private final transient SiteActs acts;
    private final transient Runnable changed;
    private final UnorderedList list = new UnorderedList();
    private final Select<String> language = new Select<>();
    private final TextField text = new TextField(Words.of("captcha.question.text"));
    private final TextArea right = new TextArea(Words.of("captcha.question.answers"));
    private final FieldErrors errors = new FieldErrors();

    /** @param changed told when there is one more, or one less */
    QuestionsPanel(SiteRow site, Answers answers, SiteActs acts, Runnable changed) {
        this.site = site;
        this.answers = answers;
        this.acts = acts;
        this.changed = changed;
        addClassName("questions");
        list.addClassName("rows");
        add(new Paragraph(Words.of("captcha.question.about")), list);
        if (!site.retired()) add(form());
        look();
    }

    private Div form() {
        language.setLabel(Words.of("captcha.question.language"));
        language.setItems("fr", "en");
        language.setItemLabelGenerator(each -> Words.of("captcha.language." + each));
        language.setValue(getLocale().getLanguage().equals("fr") ? "fr" : "en");
        text.setMaxLength(200);
        text.setWidthFull();
        right.setHelperText(Words.of("captcha.question.answers.help"));
        right.setWidthFull();
        errors.field("text", text)
                .field("answers", right)
                .refusal("question.text", "text")
                .refusal("question.answers", "answers");
        Button write = new Button(Words.of("captcha.question.write"), click -> write());
        write.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(language, text, right, errors, write);
        form.addClassName("policy-form");
        return form;
    }

    private void write() {
        List<String> lines = right.getValue().lines().toList();
        boolean done = errors.attempt(() -> acts.send(new WriteQuestion(
                QuestionId.random(), site.siteId(), new Question(language.getValue(), text.getValue(), lines))));
        if (!done) return;
        text.clear();
        right.clear();
        text.focus();
        Notices.done("captcha.question.written");
        look();
        changed.run();
    }

    private void look() {
        list.removeAll();
        List<QuestionRow> all = answers.all(new FindQuestions(site.siteId()), QuestionRow.class);
        all.forEach(row -> list.add(row(row)));
        if (all.isEmpty()) list.add(new ListItem(Words.of("captcha.question.none")));
    }

    private ListItem row(QuestionRow row) {
        Question question = row.question();
        Span asked = new Span(question.text());
        asked.getElement().setAttribute("lang", question.language());
        Span takes = new Span(
                Words.of("captcha.language." + question.language()) + " · " + String.join(" · ", question.answers()));
        takes.addClassName("second-line");
        Div words = new Div(asked, takes);
        words.addClassName("two-lines");
        Button withdraw = new Button(
                Words.of("captcha.question.withdraw.do"),
                click -> Confirm.ask("captcha.question.withdraw", true, () -> withdraw(row), question.text()));
        withdraw.addThemeVariants(ButtonVariant.TERTIARY);
        withdraw.setAriaLabel(Words.of("captcha.question.withdraw.label", question.text()));
        return new ListItem(words, withdraw);
    }

    private void withdraw(QuestionRow row) {
        if (Notices.attempt(() -> acts.send(new WithdrawQuestion(row.questionId()))))
            Notices.done("captcha.question.withdrawn");
        look();
        changed.run();
    }
}
