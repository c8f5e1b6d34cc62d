package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Where an application hears that somebody is signed out: from Hiboo itself, and from the browser. */
class LogoutFields {

    private final TextField back = address("client.back-channel");
    private final Checkbox backSession = new Checkbox(Words.of("client.logout-session"));
    private final TextField front = address("client.front-channel");
    private final Checkbox frontSession = new Checkbox(Words.of("client.logout-session"));

    private static TextField address(String words) {
        TextField field = new TextField(Words.of(words));
        field.setHelperText(Words.of(words + ".help"));
        field.setPlaceholder("https://");
        field.setMaxLength(2000);
        return field;
    }

    LogoutFields() {
        needed(back, backSession);
        needed(front, frontSession);
    }

    private static void needed(TextField address, Checkbox session) {
        session.setVisible(false);
        address.addValueChangeListener(
                change -> session.setVisible(!change.getValue().isBlank()));
    }

    void addTo(FormLayout form) {
        form.add(back, 2);
        form.add(backSession, 2);
        form.add(front, 2);
        form.add(frontSession, 2);
    }

    void name(FieldErrors errors) {
        errors.field("backchannelLogout", back).field("frontchannelLogout", front);
    }

    void show(@Nullable LogoutAddress told, @Nullable LogoutAddress framed) {
        show(told, back, backSession);
        show(framed, front, frontSession);
    }

    private static void show(@Nullable LogoutAddress known, TextField address, Checkbox session) {
        address.setValue(known == null ? "" : known.uri().toString());
        session.setValue(known != null && known.sessionRequired());
    }

    /** @throws org.acides.hiboo.catalog.api.MalformedField when what was typed is no address */
    @Nullable
    LogoutAddress back() {
        return typed("backchannelLogout", back, backSession);
    }

    /** @throws org.acides.hiboo.catalog.api.MalformedField when what was typed is no address */
    @Nullable
    LogoutAddress front() {
        return typed("frontchannelLogout", front, frontSession);
    }

    private static @Nullable LogoutAddress typed(String name, TextField address, Checkbox session) {
        if (address.getValue().isBlank()) return null;
        return new LogoutAddress(Typed.address(name, address.getValue()), session.getValue());
    }

    HasValue<?, ?>[] all() {
        return new HasValue<?, ?>[] {back, backSession, front, frontSession};
    }
}
