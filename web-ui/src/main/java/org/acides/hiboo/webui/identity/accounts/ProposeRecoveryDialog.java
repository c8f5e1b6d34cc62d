package org.acides.hiboo.webui.identity.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.acides.hiboo.identity.api.commands.ProposeRecovery;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** Asks how an admin knows that it is the member who lost their factors. */
final class ProposeRecoveryDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 2000;

    ProposeRecoveryDialog(AccountRow account, AdminActs acts, Runnable done) {
        setHeaderTitle(Words.of("recovery.propose.title", AccountPanel.name(account)));
        setWidth("min(34rem, 95vw)");
        setCloseOnOutsideClick(false);
        TextArea reason = new TextArea(Words.of("recovery.propose.reason"));
        reason.setHelperText(Words.of("account.block.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinRows(4);
        reason.setWidthFull();
        reason.setAutofocus(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        Button propose = new Button(Words.of("recovery.propose.do"), click -> {
            boolean proposed = Notices.attempt(() -> acts.sendFresh(new ProposeRecovery(
                    account.accountId(), Me.now().account(), reason.getValue().strip())));
            if (!proposed) return;
            close();
            done.run();
        });
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        propose.setEnabled(false);
        reason.addValueChangeListener(
                change -> propose.setEnabled(!change.getValue().isBlank()));
        add(new Paragraph(Words.of("recovery.propose.text")), reason);
        getFooter().add(new Button(Words.of("cancel"), click -> close()), propose);
    }
}
