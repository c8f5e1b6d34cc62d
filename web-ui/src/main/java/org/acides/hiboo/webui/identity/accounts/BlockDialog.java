package org.acides.hiboo.webui.identity.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** Asks why before an account is shut out, and says what follows. */
final class BlockDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 2000;

    BlockDialog(AccountRow account, AdminActs acts, Runnable done) {
        setHeaderTitle(Words.of("account.block.title", AccountPanel.name(account)));
        setWidth("min(34rem, 95vw)");
        setCloseOnOutsideClick(false);
        TextArea reason = new TextArea(Words.of("account.block.reason"));
        reason.setHelperText(Words.of("account.block.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinRows(4);
        reason.setWidthFull();
        reason.setAutofocus(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        FieldErrors errors = new FieldErrors().field("reason", reason);
        Button block = new Button(Words.of("account.block.do"), click -> {
            boolean blocked = errors.attempt(() -> acts.send(
                    new BlockAccount(account.accountId(), reason.getValue().strip())));
            if (!blocked) return;
            close();
            Notices.done("account.block.done", AccountPanel.name(account));
            done.run();
        });
        block.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        block.setEnabled(false);
        reason.addValueChangeListener(
                change -> block.setEnabled(!change.getValue().isBlank()));
        add(new Paragraph(Words.of("account.block.text")), reason, errors);
        getFooter().add(new Button(Words.of("cancel"), click -> close()), block);
    }
}
